package homework.experiment;

import homework.data.DataException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Reads a report's results; none if there is no file.
     *
     * @throws DataException if the file cannot be read or is not of a store
     */
    public Content read(String report) {
        Path file = file(report);
        if (!Files.exists(file)) {
            return new Content(List.of(), List.of());
        }
        try {
            String[] lines = Files.readString(file).split("\n");
            if (!lines[0].equals(HEADER)) {
                throw new DataException(file + " is no store of results: its first line must be \"" + HEADER.substring(0, 40) + "…\", but is \""
                        + lines[0].substring(0, Math.min(60, lines[0].length())) + "\". Move it away.");
            }
            return content(file, lines);
        } catch (IOException e) {
            throw new DataException(file + " cannot be read: " + e, e);
        }
    }

    private static Content content(Path file, String[] lines) {
        Map<String, Row> rows = new LinkedHashMap<>();
        List<String> damaged = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            try {
                Row row = parse(lines[i].stripTrailing());
                rows.putIfAbsent(row.id() + " " + row.seed() + " " + row.epoch(), row);
            } catch (IllegalArgumentException e) {
                damaged.add(file.getFileName() + ", line " + (i + 1) + ": " + e.getMessage() + "; the line is left aside");
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
     * Adds a row.
     *
     * @throws DataException if it cannot be written
     */
    public void append(String report, Row row) {
        String text = row.text();
        byte[] line = (text + "," + checksum(text) + "\n").getBytes(StandardCharsets.UTF_8);
        Path file = file(report);
        IOException[] trouble = new IOException[1];
        // In a thread of its own: the one that trains may be interrupted, and an interrupted thread can lock no file.
        Thread writer = new Thread(() -> trouble[0] = trouble(() -> append(file, line)), "results");
        writer.start();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (trouble[0] != null) {
            throw new DataException("Could not add a row to " + file + " (" + trouble[0] + "): the folder must be one you may write to, on a "
                    + "disk with room. What is in the file is as it was.", trouble[0]);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static IOException trouble(Writing writing) {
        try {
            writing.run();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static synchronized void append(Path file, byte[] line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (RandomAccessFile guard = new RandomAccessFile(file.resolveSibling("." + file.getFileName() + ".lock").toFile(), "rw");
                FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            guard.getChannel().lock(); // until the guard is closed
            out.write(joined(before(file), line));
            out.getFD().sync();
        }
    }

    /** The header in a new file; the end of a line that was cut off; else nothing. */
    private static byte[] before(Path file) throws IOException {
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "r")) {
            if (end.length() == 0) {
                return (HEADER + "\n").getBytes(StandardCharsets.UTF_8);
            }
            end.seek(end.length() - 1);
            return end.read() == '\n' ? new byte[0] : new byte[] {'\n'};
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
