package homework.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a reader writes them: three significant digits, no trailing zeros, a real minus sign, powers of ten only far out. */
final class Numbers {
    private Numbers() {
    }

    static String shorter(double value) {
        return significant(value, 3);
    }

    static String significant(double value, int digits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (value == 0) {
            return "0";
        }
        // Whole numbers up to a million keep all their digits: a count of 42000 is not 4.2·10^4.
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return sign(Long.toString((long) value));
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        double size = Math.abs(value);
        if (size >= 1e-4 && size < 1e7) {
            return sign(rounded.stripTrailingZeros().toPlainString());
        }
        String[] parts = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).split("e");
        String mantissa = new BigDecimal(parts[0]).stripTrailingZeros().toPlainString();
        return sign(mantissa) + "·10" + raised(Integer.parseInt(parts[1]));
    }

    /** A count with a thin gap between thousands, from 10 000 on. */
    static String count(long count) {
        String digits = Long.toString(count);
        return digits.length() < 5 ? digits : digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u2009");
    }

    /** The number at a tick of an axis, without the noise of its last digits. */
    static String tick(double value) {
        double clean = new BigDecimal(value).round(new MathContext(9)).doubleValue();
        return Math.abs(clean) >= 10_000 && clean == Math.rint(clean) && Math.abs(clean) < 1e7
                ? sign((clean < 0 ? "-" : "") + count((long) Math.abs(clean))) : significant(clean, 9);
    }

    /** An exponent in superscript digits. */
    static String raised(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return text.toString();
    }

    private static String sign(String text) {
        return text.replace('-', '−');
    }
}
