package homework.notebook;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The HTML of what notebooks show: pictures and tables. Everything that comes from data is escaped. */
final class Html {

    /** A longer table shows its head and tail; a reader scrolls past more rows than that, and every row is stored in the notebook. */
    static final int MAX_ROWS = 20;

    private Html() {
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** A picture painted at any density, shown at a width and height in CSS pixels, with the text that stands for it. */
    static String image(BufferedImage picture, int width, int height, String altText) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IllegalArgumentException("cannot write a picture of type " + picture.getType() + " as PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "<img width=\"" + width + "\" height=\"" + height + "\" alt=\"" + escape(altText)
                + "\" src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()) + "\">";
    }

    static String table(Table table) {
        StringBuilder html = new StringBuilder("<table>");
        if (table.name() != null && !table.name().isBlank()) {
            html.append("<caption>").append(escape(table.name())).append("</caption>");
        }
        html.append("<thead><tr>");
        for (Column<?> column : table.columns()) {
            html.append(cell("th", column)).append(escape(column.name())).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        int rows = table.rowCount();
        int head = rows <= MAX_ROWS ? rows : MAX_ROWS / 2;
        appendRows(html, table, 0, head);
        if (head < rows) {
            html.append("<tr><td colspan=\"").append(table.columnCount()).append("\">… ")
                    .append(rows - 2 * head).append(" more rows …</td></tr>");
            appendRows(html, table, rows - head, rows);
        }
        return html.append("</tbody></table>").toString();
    }

    private static void appendRows(StringBuilder html, Table table, int from, int to) {
        for (int row = from; row < to; row++) {
            html.append("<tr>");
            for (Column<?> column : table.columns()) {
                html.append(cell("td", column)).append(escape(column.getString(row))).append("</td>");
            }
            html.append("</tr>");
        }
    }

    /** Front ends set table cells flush right, which is right for numbers only. */
    private static String cell(String tag, Column<?> column) {
        return "<" + tag + (column instanceof NumericColumn<?> ? ">" : " style=\"text-align:left\">");
    }
}
