package homework.plot;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Writes a figure to a file that is whole or absent. */
final class Export {
    private static final int PNG_SCALE = 2;

    private Export() {
    }

    static Path save(Figure<?> figure, Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean svg = name.endsWith(".svg");
        if (!svg && !name.endsWith(".png")) {
            throw new IllegalArgumentException("expected a file name that ends in .png or .svg, got " + file
                    + ": the ending chooses the format");
        }
        try {
            // All bytes are there before the file system is touched, and the real name appears by a move.
            byte[] bytes = svg ? svg(figure) : png(figure);
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path part = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                Files.write(part, bytes);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the plot to " + file + " (" + e
                    + "): choose a folder you may write to", e);
        }
    }

    private static byte[] png(Figure<?> figure) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(figure.render(PNG_SCALE), "png", bytes);
        return bytes.toByteArray();
    }

    /** Vector paths and real text; title and description go in for screen readers. */
    private static byte[] svg(Figure<?> figure) throws IOException {
        String description = figure.altText();
        VectorGraphics2D g = new VectorGraphics2D();
        figure.paintPage(g);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Processors.get("svg").getDocument(g.getCommands(), new PageSize(0, 0, figure.width(), figure.height())).writeTo(bytes);
        String text = bytes.toString(StandardCharsets.UTF_8);
        // Without its document type, which readers would fetch from elsewhere, with the size that text of 12 pixels is not given, and with a
        // fallback for the font.
        text = text.replaceFirst("<!DOCTYPE[^>]*>\\s*", "").replaceFirst("<svg", "<svg font-size=\"12px\"")
                .replaceAll("(font-family:(?:[\\w ]+|&quot;[^&;]*&quot;));", "$1,sans-serif;");
        int inside = text.indexOf('>', text.indexOf("<svg")) + 1;
        return (text.substring(0, inside) + "<title>" + escape(figure.title()) + "</title><desc>" + escape(description)
                + "</desc>" + text.substring(inside)).getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
