package homework.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The files of MNIST that one folder has, directly or in its subfolder {@code mnist}. */
record MnistFiles(MnistSet set, Path folder, Map<MnistFile, Path> found) {
    private static final AtomicBoolean READ_BEFORE = new AtomicBoolean();

    static MnistFiles in(Path folder, MnistSet set) {
        Map<MnistFile, Path> found = new LinkedHashMap<>();
        for (MnistFile file : set.all()) {
            find(folder, file).ifPresent(path -> found.put(file, path));
        }
        return new MnistFiles(set, folder, found);
    }

    boolean none() {
        return found.isEmpty();
    }

    boolean complete() {
        return missing().isEmpty();
    }

    List<MnistFile> missing() {
        return set.all().stream().filter(file -> !found.containsKey(file)).toList();
    }

    /** @throws DataException naming the files that are missing */
    void checkComplete() {
        if (!complete()) {
            String names = missing().stream().map(MnistFile::packedName).collect(Collectors.joining(", "));
            throw new DataException(folder + " has only " + found.size() + " of the 4 files of MNIST: put " + names + " next to "
                    + found.values().iterator().next().getFileName() + ", or move these away.");
        }
    }

    /** Reads all four at the same time; each must be genuine. */
    Mnist read(Origin origin, String place) {
        // ND4J must first be touched by the thread of a notebook's cell: first touched by a pool's thread, it stays broken.
        Nd4j.scalar(0f);
        // A cell that is run again drops 220 MB outside Java's heap, which Java does not feel: ask it to collect them.
        if (READ_BEFORE.getAndSet(true)) {
            System.gc();
        }
        ExecutorService readers = Executors.newFixedThreadPool(set.all().size(), task -> {
            Thread thread = new Thread(task, "read MNIST");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Future<Idx.Content<INDArray>> trainImages = readers.submit(() -> images(set.trainImages()));
            Future<Idx.Content<INDArray>> testImages = readers.submit(() -> images(set.testImages()));
            Future<Idx.Content<int[]>> trainLabels = readers.submit(() -> labels(set.trainLabels()));
            Future<Idx.Content<int[]>> testLabels = readers.submit(() -> labels(set.testLabels()));
            return new Mnist(Idx.join(get(trainImages), get(trainLabels), "MNIST train", MnistSet.CLASSES),
                    Idx.join(get(testImages), get(testLabels), "MNIST test", MnistSet.CLASSES), origin, place);
        } finally {
            readers.shutdownNow();
        }
    }

    private Idx.Content<INDArray> images(MnistFile file) {
        Path path = found.get(file);
        Idx.Content<INDArray> content = Idx.images(path.toString(), () -> Files.newInputStream(path), file.count());
        file.checkGenuine(content);
        return content;
    }

    private Idx.Content<int[]> labels(MnistFile file) {
        Path path = found.get(file);
        Idx.Content<int[]> content = Idx.labels(path.toString(), () -> Files.newInputStream(path), MnistSet.CLASSES, file.count());
        file.checkGenuine(content);
        return content;
    }

    private static Optional<Path> find(Path folder, MnistFile file) {
        return Stream.of(folder.resolve("mnist"), folder)
                .flatMap(place -> file.names().stream().map(place::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static <T> T get(Future<T> reading) {
        try {
            // get() looks for the stop button only while it waits.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DataException wrong) {
                throw wrong;
            }
            throw new IllegalStateException("Reading MNIST failed for a reason that is not in the files.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataException("Reading MNIST was stopped. Load again to read it.", e);
        }
    }
}
