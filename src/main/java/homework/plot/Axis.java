package homework.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * One axis: quantity with unit, range and ticks. Ticks stand at 1, 2 or 5 times a power of ten; on a logarithmic axis at powers of ten
 * and, where those are few, at 2 and 5 times them.
 */
record Axis(String title, double min, double max, boolean log, List<Tick> ticks) {

    /** A place on the axis and what is written there. */
    record Tick(double value, String label) {
    }

    /** A range that holds all the data with a little air, in about {@code most} steps; a constant gets room on both sides. */
    static Axis around(String title, double least, double greatest, int most) {
        double[] range = widened(least, greatest);
        double air = 0.04 * (range[1] - range[0]);
        // Air must not make a quantity that is never negative look as if it could be.
        double low = range[0] >= 0 && range[0] - air < 0 ? 0 : range[0] - air;
        double high = range[1] <= 0 && range[1] + air > 0 ? 0 : range[1] + air;
        return between(title, low, high, most);
    }

    /** Exactly this range. */
    static Axis between(String title, double min, double max, int most) {
        return new Axis(title, min, max, false, linearTicks(min, max, most, 0));
    }

    /** Steps, epochs, counts: no tick between whole numbers. */
    static Axis whole(String title, double min, double max, int most) {
        return new Axis(title, min, max, false, linearTicks(min, max, most, 1));
    }

    /** Powers of ten at equal distances; the caller has made sure that {@code min} is positive. */
    static Axis logarithmic(String title, double min, double max, int most) {
        return new Axis(title, min, max, true, logTicks(min, max, most));
    }

    /** A constant widened to a range: by a tenth of its size, zero to -1 … 1. */
    static double[] widened(double least, double greatest) {
        if (greatest > least) {
            return new double[] {least, greatest};
        }
        double room = least == 0 ? 1 : Math.abs(least) / 10;
        return new double[] {least - room, greatest + room};
    }

    /** Categories at 0, 1, 2, …, each with half a step of room on both sides. */
    static Axis categories(String title, List<String> names) {
        List<Tick> ticks = new ArrayList<>();
        for (String name : names) {
            ticks.add(new Tick(ticks.size(), name));
        }
        return new Axis(title, -0.5, names.size() - 0.5, false, List.copyOf(ticks));
    }

    /** Where {@code value} lies, 0 at the minimum and 1 at the maximum. */
    double share(double value) {
        return log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
    }

    private static List<Tick> linearTicks(double min, double max, int most, double smallestStep) {
        double rough = (max - min) / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= rough * (1 - 1e-9)) {
                step = factor * power;
                break;
            }
        }
        step = Math.max(step, smallestStep);
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(min / step - 1e-9); i * step <= max + 1e-9 * step; i++) {
            ticks.add(new Tick(i * step, Numbers.tick(i * step, decimals)));
        }
        return List.copyOf(ticks);
    }

    private static List<Tick> logTicks(double min, double max, int most) {
        double decades = Math.log10(max / min);
        if (decades < 1) {
            // Less than one power of ten: evenly spaced numbers read better.
            return linearTicks(min, max, most, 0).stream().filter(tick -> tick.value() > 0).toList();
        }
        int every = (int) Math.ceil(decades / most);
        double[] factors = decades <= most / 3.0 ? new double[] {1, 2, 5} : new double[] {1};
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
            for (double factor : factors) {
                double value = factor * Math.pow(10, power);
                if (power % every == 0 && value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) {
                    ticks.add(new Tick(value, factors.length == 1 && (power < -3 || power > 5) ? "10" + Numbers.raised(power)
                            : Numbers.shorter(value)));
                }
            }
        }
        return List.copyOf(ticks);
    }
}
