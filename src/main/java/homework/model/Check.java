package homework.model;

/** Arguments of the builders. */
final class Check {

    private Check() {
    }

    static int positive(int value, String what) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value + ".");
        }
        return value;
    }

    /** A copy of the values. */
    static int[] positive(int[] values, String what) {
        for (int value : values) {
            positive(value, what);
        }
        return values.clone();
    }

    static int notNegative(int value, String what) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " must be 0 or more, not " + value + ".");
        }
        return value;
    }

    static double notNegative(double value, String what) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be 0 or more, not " + value + ".");
        }
        return value;
    }

    /** A probability to drop; 1 would drop everything. */
    static double dropped(double probability) {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException("The probability to drop a value must be from 0 to below 1, not " + probability + ".");
        }
        return probability;
    }
}
