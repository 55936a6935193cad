package homework.data;

import java.io.FileNotFoundException;
import java.io.InputStream;

/**
 * Digits drawn by a program, bundled with the course so that everything runs without MNIST and without a network. Same form as
 * MNIST (28×28, ten classes), other numbers: results on them are not comparable with published ones.
 *
 * @param train images the generator drew for training, class-balanced
 * @param test images it drew for testing
 */
public record Digits(LabelledImages train, LabelledImages test) {
    // They are called as MNIST's are.
    private static final MnistSet FILES = MnistSet.GENUINE;

    /** The digits in the jar, so they are found from any folder. */
    public static Digits load() {
        return new Digits(load(FILES.trainImages(), FILES.trainLabels(), "bundled digits, train"),
                load(FILES.testImages(), FILES.testLabels(), "bundled digits, test"));
    }

    @Override
    public String toString() {
        return "Bundled digits, drawn by a program\n" + train + "\n" + test;
    }

    private static LabelledImages load(MnistFile images, MnistFile labels, String name) {
        return Idx.join(Idx.images(resource(images), () -> open(images), -1),
                Idx.labels(resource(labels), () -> open(labels), MnistSet.CLASSES, -1), name, MnistSet.CLASSES);
    }

    private static InputStream open(MnistFile file) throws FileNotFoundException {
        InputStream in = Digits.class.getResourceAsStream("/" + resource(file));
        if (in == null) {
            throw new FileNotFoundException("not in the library; build it again with mvn package");
        }
        return in;
    }

    private static String resource(MnistFile file) {
        return "homework/bundled/digits/" + file.packedName();
    }
}
