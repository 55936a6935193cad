package homework.data;

import java.util.List;

/** The four files that make up MNIST. */
record MnistSet(MnistFile trainImages, MnistFile trainLabels, MnistFile testImages, MnistFile testLabels) {
    /** Digits 0 to 9. */
    static final int CLASSES = 10;

    static final MnistSet GENUINE = new MnistSet(
            new MnistFile("train-images-idx3-ubyte", 60000, 9912422, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
            new MnistFile("train-labels-idx1-ubyte", 60000, 28881, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
            new MnistFile("t10k-images-idx3-ubyte", 10000, 1648877, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
            new MnistFile("t10k-labels-idx1-ubyte", 10000, 4542, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

    List<MnistFile> all() {
        return List.of(trainImages, trainLabels, testImages, testLabels);
    }
}
