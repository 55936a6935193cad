package homework.exercise.convnet;

import homework.exercise.Known;
import java.util.List;

/** All that is known about the exercises of 3-convnet/experiments. */
public final class ExperimentsKnown {
    public static final List<Known<?>> ALL = List.of(SamplingErrorKnown.ERROR, McNemarKnown.PAIRED, PickKnown.PICK,
            ExperimentsQuestionsKnown.QUESTIONS);

    private ExperimentsKnown() {
    }
}
