package homework.exercise.backprop;

import homework.exercise.Hidden;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class SigmoidBackwardHidden extends ActivationsBackwardHidden {

    SigmoidBackwardHidden() {
        super(x -> Transforms.sigmoid(x));
    }
}
