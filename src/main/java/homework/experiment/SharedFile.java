package homework.experiment;

import homework.data.DataException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text file to which several processes add lines. The first line is always the same, the header. It is written in UTF-8 with line feeds, and
 * read with carriage returns, too.
 *
 * @param path of the file, which need not be there
 * @param header without the end of the line, in ASCII
 */
record SharedFile(Path path, String header) {

    /**
     * The lines behind the header; none if there is no file, or no whole header yet. The last one may be cut off: by the death of a process that
     * wrote, or because it is being written right now. Bytes that are no UTF-8 become �.
     *
     * @throws DataException if the header is another one
     */
    List<String> lines() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<String> lines = Stream.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8).split("\n", -1)).map(String::stripTrailing)
                .toList();
        if (!lines.get(0).equals(header) && !(lines.size() == 1 && header.startsWith(lines.get(0)))) {
            throw foreign(lines.get(0));
        }
        return lines.subList(1, lines.size());
    }

    private DataException foreign(String first) {
        return new DataException(path + " is no store of results: its first line must be \"" + start(header) + "…\", but is \"" + start(first)
                + (first.equals(start(first)) ? "" : "…") + "\". Move it away.");
    }

    private static String start(String line) {
        return line.substring(0, Math.min(40, line.length()));
    }

    /**
     * Adds a line by one write under a lock, and behind one that was cut off on a new line. If that fails, the file is as it was.
     *
     * @throws DataException if the header is another one
     */
    void append(String line) throws IOException {
        // A lock of a file keeps processes apart, but not the threads of one.
        synchronized (SharedFile.class) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (RandomAccessFile guard = new RandomAccessFile(path.resolveSibling("." + path.getFileName() + ".lock").toFile(), "rw");
                    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                guard.getChannel().lock(); // until the guard is closed
                append(file, (before(file) + line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void append(RandomAccessFile file, byte[] bytes) throws IOException {
        long end = file.length();
        try {
            file.seek(end);
            file.write(bytes);
            file.getFD().sync();
        } catch (IOException e) {
            file.setLength(end);
            throw e;
        }
    }

    /** What the file still lacks before a new line: the header or its rest, the end of a line that was cut off, nothing. */
    private String before(RandomAccessFile file) throws IOException {
        byte[] first = new byte[(int) Math.min(file.length(), header.length())];
        file.readFully(first);
        String found = new String(first, StandardCharsets.UTF_8);
        if (!header.startsWith(found)) {
            throw foreign(found.lines().findFirst().orElse(""));
        }
        if (file.length() <= header.length()) {
            return header.substring(found.length()) + "\n";
        }
        file.seek(file.length() - 1);
        return file.read() == '\n' ? "" : "\n";
    }
}
