package homework.experiment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The cells of a line of the store, read one after the other; one that is not as it should be is named by its column. */
final class Cells {
    private final String[] cells;
    private int next;

    Cells(String[] cells) {
        this.cells = cells;
    }

    /** Not blank. */
    String text() {
        return read("not be empty", cell -> cell.isBlank() ? null : cell);
    }

    long seed() {
        return read("be a whole number of at least 0", cell -> {
            long number = Long.parseLong(cell);
            return number < 0 ? null : number;
        });
    }

    int count(int least) {
        return count(least, Integer.MAX_VALUE);
    }

    int count(int least, int most) {
        return read("be a whole number from " + least + " to " + most, cell -> {
            int number = Integer.parseInt(cell);
            return number < least || number > most ? null : number;
        });
    }

    double number() {
        return read("be a number", Double::valueOf);
    }

    /** Numbers with a space between them, "none", or null for an empty cell. */
    List<Integer> places() {
        if (cells[next].isEmpty()) {
            next++;
            return null;
        }
        return read("be places with a space between them, or \"none\"",
                cell -> cell.equals("none") ? List.of() : Stream.of(cell.split(" ", -1)).map(Integer::valueOf).toList());
    }

    /** In ISO form, such as 2026-11-21. */
    String date() {
        return read("be a date such as 2026-11-21", cell -> LocalDate.parse(cell).toString());
    }

    /** @param reader throws what parsers of Java throw, or gives null, for what must not be */
    private <T> T read(String must, Function<String, T> reader) {
        String cell = cells[next++];
        T value;
        try {
            value = reader.apply(cell);
        } catch (NumberFormatException | DateTimeException e) {
            value = null;
        }
        if (value == null) {
            throw new IllegalArgumentException("the cell \"" + Row.COLUMNS.get(next - 1) + "\" must " + must + ", but is \"" + cell + "\"");
        }
        return value;
    }
}
