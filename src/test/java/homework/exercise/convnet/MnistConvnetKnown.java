package homework.exercise.convnet;

import homework.exercise.Known;
import java.util.List;

/** All that is known about the exercises of 3-convnet/mnist. */
public final class MnistConvnetKnown {
    public static final List<Known<?>> ALL = List.of(L2PoolKnown.POOL, L2PoolBackwardKnown.BACKWARD, SubtractMeanKnown.SUBTRACT,
            SubtractMeanBackwardKnown.BACKWARD, MnistConvnetQuestionsKnown.QUESTIONS);

    private MnistConvnetKnown() {
    }
}
