package homework.gradient;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written in reports: the same in every country, and short. */
final class Text {
    private Text() {
    }

    /** Four significant digits: 0.2217, -1.96, 1.2e-09. */
    static String number(double value) {
        return significant(value, 4);
    }

    /** As many digits as it takes to tell two numbers apart. */
    static String apart(double value, double other) {
        for (int digits = 4; digits < 16; digits++) {
            if (!significant(value, digits).equals(significant(other, digits))) {
                return significant(value, digits);
            }
        }
        return Double.toString(value);
    }

    private static String significant(double value, int digits) {
        if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        double size = Math.abs(value);
        if (size < 1e-4 || size >= 1e7) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        }
        return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toPlainString();
    }

    /** An error or a limit in two digits: a small one with its power of ten. */
    static String error(double value) {
        return value == 0 || value >= 0.01 ? significant(value, 2) : String.format(Locale.ROOT, "%.1e", value);
    }

    static String count(int n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
