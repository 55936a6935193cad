package homework.data;

/**
 * MNIST: 60000 training and 10000 test images of handwritten digits, 28×28, pixels in [0, 1], labels 0 … 9.
 *
 * <p>{@link #load()} looks in the folder HOMEWORK_DATA names, in {@code data/} of the project and in the user's cache, then
 * downloads; each file is known by its SHA-256. Where all of that fails it takes the digits bundled with the course and says so:
 * numbers on those are not comparable with published ones. {@code HOMEWORK_DATA=digits} asks for them outright.
 *
 * @param train the training images
 * @param test the test images
 * @param origin where they came from
 * @param place the folder or mirror, for people to read
 */
public record Mnist(LabelledImages train, LabelledImages test, Origin origin, String place) {

    /**
     * Loads from the first place that has MNIST, else the bundled digits with a banner on System.out.
     *
     * @throws DataException if HOMEWORK_DATA names no folder, or a file found is damaged, foreign or one of the four is missing
     */
    public static Mnist load() {
        return MnistLookup.usual().load();
    }

    /** Whether these are the images of MNIST and not the bundled digits. */
    public boolean genuine() {
        return origin.genuine();
    }

    @Override
    public String toString() {
        // Without the place, so that a stored notebook prints the same on every machine.
        return (genuine() ? "MNIST, checksums agree" : "Bundled digits, not MNIST") + "\n" + train + "\n" + test;
    }
}
