package homework.exercise.backprop;

import homework.exercise.Known;
import java.util.List;

/** All that is known about the exercises of 1-backprop/softmax. */
public final class SoftmaxKnown {
    public static final List<Known<?>> ALL = List.of(SoftmaxForwardKnown.FORWARD, SoftmaxJacobianKnown.JACOBIAN, SoftmaxBackwardKnown.BACKWARD,
            SoftmaxLogKnown.LOG, SoftmaxNllGradientKnown.NLL_GRADIENT, SoftmaxQuestionsKnown.QUESTIONS);

    private SoftmaxKnown() {
    }
}
