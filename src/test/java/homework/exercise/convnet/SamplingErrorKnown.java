package homework.exercise.convnet;

import homework.exercise.Known;

/** Answers to samplingError, right and wrong. */
final class SamplingErrorKnown {
    private static final String[] FORMULA = {"publishedRates", "symmetric"};
    private static final String[] ALL = {"publishedRates", "symmetric", "certain"};
    static final Known<Experiments.SamplingError> ERROR =
            Known.of(Experiments.SAMPLING_ERROR, SamplingErrorHidden.class, SamplingErrorKnown::error)
            .wrong("variance, not its root", (p, n) -> p * (100 - p) / n, "root", FORMULA)
            .wrong("divided by n behind the root", (p, n) -> Math.sqrt(p * (100 - p)) / n, "n", FORMULA)
            .wrong("as a fraction", (p, n) -> error(p, n) / 100, "fraction", FORMULA)
            .wrong("p(1 − p) with p in percent", (p, n) -> Math.sqrt(p * (1 - p) / n), "1 - p", ALL)
            .wrong("of one image", (p, n) -> Math.sqrt(p * (100 - p)), "one image", FORMULA)
            .wrong("of the count", (p, n) -> Math.sqrt(n * p / 100 * (1 - p / 100)), "a count", FORMULA)
            .wrong("n − 1", (p, n) -> Math.sqrt(p * (100 - p) / (n - 1)), "n - 1", FORMULA)
            .wrong("as if errors were rare", (p, n) -> Math.sqrt(100 * p / n), "other share", ALL)
            .wrong("the other share alone", (p, n) -> Math.sqrt(100 * (100 - p) / n), "accuracy", ALL)
            .wrong("never 0", (p, n) -> Math.max(error(p, n), 100.0 / n), "value", "certain")
            .wrong("rule of three for no error", (p, n) -> p == 0 ? 300.0 / n : error(p, n), "rule of three", "certain")
            .wrong("for small rates alone", (p, n) -> p > 50 ? 0 : error(p, n), "value", "symmetric");

    private SamplingErrorKnown() {
    }

    static double error(double percent, int images) {
        return Math.sqrt(percent * (100 - percent) / images);
    }
}
