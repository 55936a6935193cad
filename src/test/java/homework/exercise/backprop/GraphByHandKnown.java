package homework.exercise.backprop;

import homework.exercise.Known;

/** Answers to byHand, right and wrong. */
final class GraphByHandKnown {
    private static final String[] ALL = {"firstIsLarger", "secondIsLarger", "upstream", "tie"};

    static final Known<ComputationGraph.ByHand> BY_HAND = Known.of(ComputationGraph.BY_HAND, GraphByHandHidden.class, GraphKnown::byHand)
            .wrong("the loser of the max gets 0", (x1, x2, g) -> shared(x1, x2, g, x1 >= x2 ? 1 : 0, x1 <= x2 ? 1 : 0),
                    "loser", "firstIsLarger", "secondIsLarger", "upstream")
            .wrong("both paths to both inputs", (x1, x2, g) -> shared(x1, x2, g, 2, 2), "both paths", ALL)
            .wrong("without σ'", (x1, x2, g) -> new double[] {g, g}, "without σ'", ALL)
            .wrong("σ(1 + σ)", (x1, x2, g) -> new double[] {g * GraphKnown.sigmoid(x1) * (1 + GraphKnown.sigmoid(x1)),
                g * GraphKnown.sigmoid(x2) * (1 + GraphKnown.sigmoid(x2))}, "inner sign", "firstIsLarger", "secondIsLarger", "upstream", "tie")
            .wrong("x(1 − x)", (x1, x2, g) -> new double[] {g * x1 * (1 - x1), g * x2 * (1 - x2)}, "at input",
                    "firstIsLarger", "secondIsLarger", "upstream", "tie")
            .wrong("σ in place of σ'", (x1, x2, g) -> new double[] {GraphKnown.sigmoid(x1) * g, GraphKnown.sigmoid(x2) * g}, "not the derivative", ALL)
            .wrong("σ' at the output", (x1, x2, g) -> GraphKnown.byHand(GraphKnown.sigmoid(x1), GraphKnown.sigmoid(x2), g), "at output", ALL)
            .wrong("x1 and x2 swapped", (x1, x2, g) -> GraphKnown.byHand(x2, x1, g), "swapped", "firstIsLarger", "secondIsLarger", "upstream")
            .wrong("larger first", (x1, x2, g) -> GraphKnown.byHand(Math.max(x1, x2), Math.min(x1, x2), g), "swapped", "secondIsLarger", "upstream")
            .wrong("without the gradient that arrives", (x1, x2, g) -> GraphKnown.byHand(x1, x2, 1), "upstream", "upstream", "tie")
            .wrong("sign", (x1, x2, g) -> GraphKnown.byHand(x1, x2, -g), "sign", ALL)
            .wrong("paths multiplied", (x1, x2, g) -> new double[] {0, 0}, "nothing", ALL)
            .wrong("max − min", (x1, x2, g) -> shared(x1, x2, g, x1 >= x2 ? 1 : -1, x1 <= x2 ? 1 : -1),
                    "difference", "firstIsLarger", "secondIsLarger", "upstream")
            .wrong("nothing at a tie", (x1, x2, g) -> GraphKnown.byHand(x1, x2, x1 == x2 ? 0 : g), "nothing", "tie")
            .wrong("twice at a tie, as SameDiff", (x1, x2, g) -> GraphKnown.byHand(x1, x2, x1 == x2 ? 2 * g : g), "both paths", "tie")
            .wrong("the first gets both at a tie", (x1, x2, g) -> x1 == x2 ? shared(x1, x2, g, 2, 0) : GraphKnown.byHand(x1, x2, g), "first", "tie")
            .wrong("the second gets both at a tie", (x1, x2, g) -> x1 == x2 ? shared(x1, x2, g, 0, 2) : GraphKnown.byHand(x1, x2, g),
                    "second", "tie");

    private GraphByHandKnown() {
    }

    private static double[] shared(double x1, double x2, double gradient, double first, double second) {
        return new double[] {first * GraphKnown.slope(x1) * gradient, second * GraphKnown.slope(x2) * gradient};
    }
}
