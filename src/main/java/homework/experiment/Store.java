package homework.experiment;

import homework.data.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.zip.CRC32;

/**
 * Results on disk: a CSV file for each report, a line an epoch, {@linkplain Row#COLUMNS columns} and at the end a checksum of the line. Lines are
 * only ever added, each by one write to the end of the file under a lock, so two processes may fill one store, and who is killed damages at most
 * the line it was at. A line that is damaged is named in {@link Content#damaged} and counts as not there.
 */
public final class Store {
    private static final String HEADER = String.join(",", Row.COLUMNS) + ",checksum";
    private final Path folder;

    /** @param folder that holds a file for each report; it is made when the first row comes */
    public Store(Path folder) {
        this.folder = folder;
    }

    /**
     * What a file holds.
     *
     * @param rows in their order; of several for the same epoch of the same run the first
     * @param damaged file, line and what is wrong with it, a sentence each
     */
    public record Content(List<Row> rows, List<String> damaged) {
        public Content {
            rows = List.copyOf(rows);
            damaged = List.copyOf(damaged);
        }

        /** The epochs of one run in their order, from the first on; none behind one that is missing. */
        public List<Row> run(Experiment experiment) {
            Map<Integer, Row> epochs = new LinkedHashMap<>();
            String id = experiment.id();
            rows.stream().filter(row -> row.id().equals(id) && row.seed() == experiment.seed()).forEach(row -> epochs.put(row.epoch(), row));
            List<Row> run = new ArrayList<>();
            for (int epoch = 1; epoch <= experiment.epochs() && epochs.containsKey(epoch); epoch++) {
                run.add(epochs.get(epoch));
            }
            return run;
        }
    }

    /** The file of a report. */
    public Path file(String report) {
        return folder.resolve(report + ".csv");
    }

    private SharedFile shared(String report) {
        return new SharedFile(file(report), HEADER);
    }

    /**
     * Reads a report's results; none if there is no file.
     *
     * @throws DataException if the file cannot be read or is not of a store
     */
    public Content read(String report) {
        try {
            return content(file(report).getFileName().toString(), shared(report).lines());
        } catch (IOException e) {
            throw new DataException(file(report) + " cannot be read: " + e, e);
        }
    }

    private static Content content(String file, List<String> lines) {
        Map<String, Row> rows = new LinkedHashMap<>();
        List<String> damaged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                continue;
            }
            try {
                Row row = parse(lines.get(i));
                rows.putIfAbsent(row.id() + " " + row.seed() + " " + row.epoch(), row);
            } catch (IllegalArgumentException e) {
                // The header is line 1.
                damaged.add(file + ", line " + (i + 2) + ": " + e.getMessage() + "; the line is left aside");
            }
        }
        return new Content(List.copyOf(rows.values()), damaged);
    }

    private static Row parse(String line) {
        int comma = line.lastIndexOf(',');
        if (comma < 0 || !line.substring(comma + 1).equals(checksum(line.substring(0, comma)))) {
            throw new IllegalArgumentException("its checksum does not fit, so it was cut off or changed");
        }
        return Row.parse(line.substring(0, comma));
    }

    static String checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", checksum.getValue());
    }

    /**
     * Adds a row. Whether the thread is interrupted makes no difference.
     *
     * @throws DataException if it cannot be written; the file is as it was then
     */
    public void append(String report, Row row) {
        String text = row.text();
        // In a thread of its own: the one that trains may be interrupted, and an interrupted thread can lock no file.
        FutureTask<Void> writing = new FutureTask<>(() -> {
            shared(report).append(text + "," + checksum(text));
            return null;
        });
        new Thread(writing, "results").start();
        try {
            whatever(writing);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DataException foreign) {
                throw foreign;
            }
            throw new DataException("Could not add a row to " + file(report) + " (" + e.getCause() + "): the folder must be one you may write to, "
                    + "on a disk with room. What is in the file is as it was.", e.getCause());
        }
    }

    /** Waits for the end, however often this thread is interrupted; it is interrupted afterwards, then. */
    private static void whatever(Future<Void> writing) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    writing.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
