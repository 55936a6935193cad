package homework.exercise.backprop;

import homework.exercise.Known;
import java.util.List;

/** All that is known about the exercises of 1-backprop/activations. */
public final class ActivationsKnown {
    public static final List<Known<?>> ALL = List.of(SigmoidKnown.FORWARD, SigmoidKnown.BACKWARD);

    private ActivationsKnown() {
    }
}
