package homework.plot;

import java.util.List;
import java.util.Objects;

/** Refuses bad input with one message: what was expected, what came, what to do. */
final class Check {
    private Check() {
    }

    static String name(String name, String what) {
        if (name == null || plain(name).isEmpty()) {
            throw new IllegalArgumentException("expected " + what + ", got " + (name == null ? "null" : "an empty text")
                    + ": give a short text");
        }
        return plain(name);
    }

    /** In one line, without what a picture cannot show and an SVG file may not hold: control characters and halves of pairs. */
    static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", "").strip();
    }

    /** Copies values that may hold NaN (a gap) but no infinity, and at least one number. */
    static double[] values(double[] values, String what) {
        if (values == null || values.length == 0) {
            throw new IllegalArgumentException("expected at least one value for " + what + ", got "
                    + (values == null ? "null" : "none") + ": plot it after the first result is there");
        }
        int numbers = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException("expected finite values for " + what + ", got " + values[i] + " at index "
                        + i + ": look for a division by zero or a diverged run, or put NaN there to leave a gap");
            }
            numbers += Double.isNaN(values[i]) ? 0 : 1;
        }
        if (numbers == 0) {
            throw new IllegalArgumentException("expected at least one number for " + what + ", got only NaN ("
                    + values.length + " values): look where they come from, or leave this one out");
        }
        return values.clone();
    }

    static double[] ascending(double[] x, String what) {
        double[] copy = values(x, what);
        for (int i = 0; i < copy.length; i++) {
            if (Double.isNaN(copy[i]) || i > 0 && !(copy[i] > copy[i - 1])) {
                throw new IllegalArgumentException("expected rising numbers for " + what + ", got "
                        + (i > 0 ? copy[i - 1] + " then " : "") + copy[i] + " at index " + i + ": sort the values first");
            }
        }
        return copy;
    }

    static void sameLength(int expected, int got, String what) {
        if (expected != got) {
            throw new IllegalArgumentException("expected as many " + what + ", got " + got + " and " + expected
                    + ": give one value for each");
        }
    }

    static void unused(List<String> names, String name, String what) {
        if (names.stream().anyMatch(used -> Objects.equals(used, name))) {
            throw new IllegalArgumentException("expected a new name for " + what + ", got '" + name
                    + "' a second time: give each its own name");
        }
    }

    static void range(double from, double to, String what) {
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw new IllegalArgumentException("expected " + what + " from a smaller to a greater number, got " + from + " to " + to
                    + ": give the lower end first");
        }
    }
}
