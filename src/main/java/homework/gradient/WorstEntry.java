package homework.gradient;

/**
 * One entry of a result that differs from what was expected.
 *
 * @param place its index, such as (0, 3); empty for a single number
 * @param error its {@link RelativeError}
 */
public record WorstEntry(String place, double expected, double got, double error) {
    @Override
    public String toString() {
        return (place.isEmpty() ? "" : "entry " + place + " ") + "expected " + Text.apart(expected, got) + ", got " + Text.apart(got, expected);
    }
}
