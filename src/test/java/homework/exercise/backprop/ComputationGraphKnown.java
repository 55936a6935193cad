package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Known;
import java.util.List;

/** All that is known about the exercises of 1-backprop/computation-graph. */
public final class ComputationGraphKnown {
    private static final Known<Answers> QUESTIONS = Known.of(ComputationGraph.QUESTIONS, () -> "cbb")
            .wrong("paths multiplied", () -> "abb", "option a", "twoPaths")
            .wrong("the last path alone", () -> "bbb", "option b", "twoPaths")
            .wrong("paths averaged", () -> "dbb", "option d", "twoPaths")
            .wrong("any order will do", () -> "cab", "option a", "wrongOrder")
            .wrong("y alone", () -> "ccb", "option c", "wrongOrder")
            .wrong("inputs alone", () -> "cdb", "option d", "wrongOrder")
            .wrong("the loser of the max gets 0", () -> "cba", "option a", "product")
            .wrong("as for the sum", () -> "cbc", "option c", "product")
            .wrong("the other factor's derivative", () -> "cbd", "option d", "product")
            .wrong("the last one not answered", () -> "cb?", "not answered", "product");

    public static final List<Known<?>> ALL = List.of(GraphByHandKnown.BY_HAND, GraphValuesKnown.VALUES, GraphLocalKnown.LOCAL,
            GraphBackwardKnown.BACKWARD, QUESTIONS);

    private ComputationGraphKnown() {
    }
}
