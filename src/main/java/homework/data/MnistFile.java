package homework.data;

import java.util.List;

/**
 * One of the four files of MNIST and how to know that it is genuine.
 *
 * @param fileName the name without {@code .gz}
 * @param count the number of images or labels it holds
 * @param packedBytes the usual size of the packed file, to announce a download by
 * @param sha256 of the unpacked content; packed files differ between mirrors
 */
record MnistFile(String fileName, int count, int packedBytes, String sha256) {

    String packedName() {
        return fileName + ".gz";
    }

    /** The names the file goes by; some unpackers write a dot before {@code idx}. */
    List<String> names() {
        String dotted = fileName.replace("-idx", ".idx");
        return List.of(fileName + ".gz", fileName, dotted + ".gz", dotted);
    }

    /** @throws DataException unless the content is that of this file */
    void checkGenuine(Idx.Content<?> content) {
        if (!content.sha256().equals(sha256)) {
            throw new DataException(content.file() + " is not MNIST's " + fileName + ": it has the right form, but SHA-256 "
                    + sha256.substring(0, 12) + "… of its content was expected and " + content.sha256().substring(0, 12)
                    + "… came. It is of another data set or damaged: move it away, or get MNIST's (data/README.md says where).");
        }
    }
}
