package homework.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences of descriptions, kept to about 500 characters: what a listener can hold. */
final class Told {
    static final int ROOM = 500;

    private Told() {
    }

    /** The opening, then as many items as there is room for, then how many more there are, then the notes. */
    static String list(String opening, List<String> items, String notes) {
        String ending = notes.isEmpty() ? "." : ". " + notes.substring(0, 1).toUpperCase(Locale.ROOT) + notes.substring(1) + ".";
        String all = opening + String.join("; ", items) + ending;
        int told = items.size();
        while (all.length() > ROOM && told > 1) {
            told--;
            all = opening + String.join("; ", items.subList(0, told)) + "; and " + (items.size() - told) + " more" + ending;
        }
        return all;
    }

    /** As in "3 gaps where a value is not a number"; empty for none. */
    static String gaps(long count) {
        return count == 0 ? "" : Numbers.count(count) + (count == 1 ? " gap" : " gaps") + " where a value is not a number";
    }

    /** As in "2 values outside the y range"; empty for none. */
    static String count(long count, String what) {
        return count == 0 ? "" : Numbers.count(count) + (count == 1 ? " value " : " values ") + what;
    }

    /** As in "100 000 points thinned to 2000, extremes kept"; empty for series that are drawn as they are. */
    static String thinned(int points) {
        return points <= Thinning.MOST ? "" : Numbers.count(points) + " points thinned to " + Thinning.MOST + ", extremes kept";
    }

    /** The notes that are not empty. */
    static String joined(String... notes) {
        return Stream.of(notes).filter(note -> !note.isEmpty()).collect(Collectors.joining(", "));
    }
}
