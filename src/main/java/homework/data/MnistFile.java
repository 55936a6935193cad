package homework.data;

import java.util.List;

/** The four files of MNIST: what each is called, what it holds and how to know that it is genuine. */
enum MnistFile {
    TRAIN_IMAGES("train-images-idx3-ubyte", 60000, 9912422, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    TRAIN_LABELS("train-labels-idx1-ubyte", 60000, 28881, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    TEST_IMAGES("t10k-images-idx3-ubyte", 10000, 1648877, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    TEST_LABELS("t10k-labels-idx1-ubyte", 10000, 4542, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    /** Digits 0 to 9. */
    static final int CLASSES = 10;

    private final String fileName;
    private final int count;
    private final int packedBytes;
    private final String sha256;

    MnistFile(String fileName, int count, int packedBytes, String sha256) {
        this.fileName = fileName;
        this.count = count;
        this.packedBytes = packedBytes;
        this.sha256 = sha256;
    }

    /** The name without {@code .gz}. */
    String fileName() {
        return fileName;
    }

    String packedName() {
        return fileName + ".gz";
    }

    /** The names the file goes by; some unpackers write a dot before {@code idx}. */
    List<String> names() {
        String dotted = fileName.replace("-idx", ".idx");
        return List.of(fileName + ".gz", fileName, dotted + ".gz", dotted);
    }

    /** The number of images or labels. */
    int count() {
        return count;
    }

    /** The usual size of the packed file, to announce a download by. */
    int packedBytes() {
        return packedBytes;
    }

    boolean isImages() {
        return this == TRAIN_IMAGES || this == TEST_IMAGES;
    }

    /** SHA-256 of the unpacked content; packed files differ between mirrors. */
    String sha256() {
        return sha256;
    }

    /** @throws DataException unless the SHA-256 of the content is that of MNIST's file */
    void checkGenuine(String file, String came) {
        if (!came.equals(sha256)) {
            throw new DataException(file + " is not MNIST's " + fileName + ": it has the right form, but SHA-256 " + sha256.substring(0, 12)
                    + "… of its content was expected and " + came.substring(0, 12) + "… came. It is of another data set or damaged: "
                    + "move it away, or get MNIST's (data/README.md says where).");
        }
    }
}
