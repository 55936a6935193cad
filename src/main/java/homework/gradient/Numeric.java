package homework.gradient;

/**
 * A derivative by finite differences.
 *
 * @param values the derivative; entries at kinks hold 0 and mean nothing
 * @param kinks true where the function has no derivative, in the order of the values
 * @param noise how far rounding alone may have moved an entry
 */
public record Numeric(Values values, boolean[] kinks, double noise) {

    /** How many entries were skipped because the function has a kink there. */
    public int skipped() {
        int count = 0;
        for (boolean kink : kinks) {
            count += kink ? 1 : 0;
        }
        return count;
    }

    @Override
    public String toString() {
        return values + (skipped() == 0 ? "" : ", " + Text.count(skipped(), "entry", "entries") + " skipped at kinks");
    }
}
