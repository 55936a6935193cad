package homework.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A stand-in for MNIST with 600 and 100 images of 28×28 random pixels, so that look-up and download are tested without the real files. */
final class SmallMnist {
    static final int TRAIN = 600;
    static final int TEST = 100;

    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final MnistSet set;

    SmallMnist() {
        set = new MnistSet(file("train-images-idx3-ubyte", TRAIN, IdxBytes.images(TRAIN, 28, 28, 1)),
                file("train-labels-idx1-ubyte", TRAIN, IdxBytes.labels(TRAIN)),
                file("t10k-images-idx3-ubyte", TEST, IdxBytes.images(TEST, 28, 28, 2)),
                file("t10k-labels-idx1-ubyte", TEST, IdxBytes.labels(TEST)));
    }

    MnistSet set() {
        return set;
    }

    byte[] content(MnistFile file) {
        return contents.get(file.fileName());
    }

    byte[] packed(MnistFile file) {
        return IdxBytes.gzip(content(file));
    }

    /** Writes the four packed files. */
    Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (MnistFile file : set.all()) {
            Files.write(folder.resolve(file.packedName()), packed(file));
        }
        return folder;
    }

    private MnistFile file(String name, int count, byte[] content) {
        contents.put(name, content);
        return new MnistFile(name, count, IdxBytes.gzip(content).length, IdxBytes.sha256(content));
    }
}
