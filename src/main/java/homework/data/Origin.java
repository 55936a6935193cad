package homework.data;

/** Where the images of {@link Mnist} came from. */
public enum Origin {
    /** The folder that the environment variable HOMEWORK_DATA names. */
    HOMEWORK_DATA,
    /** The folder {@code data/} of the project. */
    PROJECT,
    /** The user's cache folder. */
    CACHE,
    /** A mirror of MNIST, downloaded to the cache just now. */
    DOWNLOAD,
    /** Not MNIST: the digits that come with the course. */
    BUNDLED;

    /** Whether these are the images of MNIST, checked by SHA-256. */
    public boolean genuine() {
        return this != BUNDLED;
    }
}
