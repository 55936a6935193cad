package homework.exercise.backprop;

import homework.exercise.Known;
import java.util.List;

/** All that is known about the exercises of 1-backprop/activations. */
public final class ActivationsKnown {
    public static final List<Known<?>> ALL = List.of(SigmoidKnown.FORWARD, SigmoidKnown.BACKWARD, TanhKnown.FORWARD, TanhKnown.BACKWARD,
            ReluKnown.FORWARD, ReluKnown.BACKWARD, LeakyReluKnown.FORWARD, LeakyReluKnown.BACKWARD, ActivationsQuestionsKnown.QUESTIONS);

    private ActivationsKnown() {
    }
}
