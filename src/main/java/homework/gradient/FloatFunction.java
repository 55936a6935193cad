package homework.gradient;

/** Finds a function that computes in float, of which central differences would show nothing but rounding. */
final class FloatFunction {
    /** Numbers this short (1, 0.5, 0.125) are exact in every type and prove nothing. */
    private static final double SHORT = 1 << 12;

    private FloatFunction() {
    }

    static <T> void reject(Guarded<T> function, Probe<T> probe) {
        Values x = probe.values();
        for (int i = 0; i < x.size(); i++) {
            probe.set(i, x.get(i) + 1e-5 * Math.sqrt(2 + i % 7));
        }
        Values moved = function.value();
        for (int i = 0; i < x.size(); i++) {
            probe.set(i, x.get(i));
        }
        if (isFloat(moved) && isFloat(function.first())) {
            throw new FunctionFault("all values of the function are float numbers, so it computes in float somewhere; "
                    + "finite differences need double throughout (DataType.DOUBLE, no (float) and no float[])");
        }
    }

    /** Whether all values are exact in float and at least one of them is that by no accident. */
    static boolean isFloat(Values values) {
        boolean told = false;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (value != (float) value) {
                return false;
            }
            double digits = Math.scalb(value, -Math.getExponent(value)) * SHORT;
            told |= value != 0 && digits != Math.rint(digits);
        }
        return told;
    }
}
