package homework.exercise;

import homework.gradient.GradientReport;
import homework.gradient.Likely;
import homework.gradient.Values;
import homework.gradient.WorstEntry;
import java.util.ArrayList;
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
        Optional<Likely> likely = mistakes.stream().filter(mistake -> mistake.gives(report)).map(Mistake::likely).findFirst().or(report::likely);
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
                parts.add(new Problem.Part("", entry.toString()));
            }
        }
        likely.ifPresent(cause -> parts.add(new Problem.Part("likely", cause.text())));
        return Problem.of(likely.map(Likely::key).orElse(key(report)), parts);
    }

    private static String shape(Values values) {
        return values.rank() == 0 ? "a single number, " + values : "an array of shape " + values.shapeText();
    }

    private static String key(GradientReport report) {
        if (!report.expected().shapeText().equals(report.got().shapeText())) {
            return "shape";
        }
        for (double value : report.got().toArray()) {
            if (!Double.isFinite(value)) {
                return "NaN";
            }
        }
        return "value";
    }
}
