package homework.plot;

import java.util.List;
import java.util.stream.IntStream;

/** The powers of ten on a logarithmic axis: which of them are numbered, one in every {@code step}, and how. */
record Decades(int first, int last, int step) {
    /** Beyond so many decades lines at 2, 3, … 9 times a power would only grey the plot. */
    private static final int MANY = 5;

    /** The powers of ten in a range that has {@code pixels} of room, with numbers at least {@code apart} pixels from each other. */
    static Decades on(Range range, double pixels, double apart) {
        double decades = Math.log10(range.greatest() / range.least());
        int step = Math.max(1, (int) Math.ceil(apart * decades / pixels));
        return new Decades((int) Math.ceil(Math.log10(range.least())), (int) Math.floor(Math.log10(range.greatest())), step);
    }

    boolean areMany() {
        return last - first > MANY;
    }

    private boolean isNumbered(int exponent) {
        // Counted from 10⁰ = 1, so that 1 is numbered wherever it lies on the axis.
        return exponent % step == 0;
    }

    /** The number at a power of ten; a blank between the numbered ones. */
    String label(double value) {
        int exponent = (int) Math.rint(Math.log10(value));
        if (!isNumbered(exponent)) {
            return " ";
        }
        return first >= -4 && last <= 4 ? Numbers.tick(Math.pow(10, exponent)) : "10" + Numbers.raised(exponent);
    }

    /** Where many decades have lines: at the numbered powers alone. Few have the finer lines of XChart. */
    List<Double> grid() {
        return areMany() ? IntStream.rangeClosed(first, last).filter(this::isNumbered).mapToObj(exponent -> Math.pow(10, exponent)).toList()
                : List.of();
    }
}
