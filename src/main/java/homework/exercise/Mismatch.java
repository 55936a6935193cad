package homework.exercise;

import homework.gradient.GradientReport;
import homework.gradient.Likely;
import homework.gradient.Values;
import homework.gradient.WorstEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Numbers that are not as expected, as a {@link Problem}. */
final class Mismatch {
    /** Shorter arrays are shown whole. */
    private static final int SHOWN = 6;

    private Mismatch() {
    }

    static Problem of(GradientReport report, List<Mistake> mistakes) {
        // What only this exercise knows is more specific than a pattern of the differences.
        Optional<Likely> mistake = mistakes.stream().filter(known -> known.gives(report)).map(Mistake::likely).findFirst();
        Optional<Likely> pattern = mistake.isPresent() ? Optional.empty() : report.likely();
        Values expected = report.expected();
        Values got = report.got();
        List<Problem.Part> parts = new ArrayList<>();
        if (!expected.shapeText().equals(got.shapeText())) {
            parts.add(new Problem.Part("expected", shape(expected)));
            parts.add(new Problem.Part("got", shape(got)));
        } else if (expected.size() <= SHOWN && !expected.toString().equals(got.toString())) {
            parts.add(new Problem.Part("expected", expected.toString()));
            parts.add(new Problem.Part("got", got.toString()));
        } else {
            for (WorstEntry entry : report.worst()) {
                parts.add(new Problem.Part("differs", entry.toString()));
            }
        }
        Problem problem = Problem.of(mistake.or(() -> pattern).map(Likely::key).orElse(key(report)), parts);
        // What a pattern says may name a factor by its value, which is an input of the test.
        return pattern.map(Likely::text).map(problem::likelyHere)
                .orElseGet(() -> mistake.map(Likely::text).or(() -> notFinite(got)).map(problem::likely).orElse(problem));
    }

    private static String shape(Values values) {
        return values.rank() == 0 ? "a single number, " + values : "an array of shape " + values.shapeText();
    }

    private static String key(GradientReport report) {
        if (!report.expected().shapeText().equals(report.got().shapeText())) {
            return "shape";
        }
        return notFinite(report.got()).isPresent() ? "NaN" : "value";
    }

    /** Where results that are no numbers come from, for want of a closer cause. */
    private static Optional<String> notFinite(Values got) {
        if (Arrays.stream(got.toArray()).anyMatch(Double::isNaN)) {
            return Optional.of("0/0, ∞/∞, ∞ − ∞ or the logarithm of a negative number somewhere on the way");
        }
        return Arrays.stream(got.toArray()).anyMatch(Double::isInfinite)
                ? Optional.of("a division by 0, the logarithm of 0, or an exp of more than 709 somewhere on the way") : Optional.empty();
    }
}
