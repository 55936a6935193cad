package homework.exercise.backprop;

import homework.exercise.Hidden;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class TanhBackwardHidden extends ActivationsBackwardHidden {

    TanhBackwardHidden() {
        super(x -> Transforms.tanh(x));
    }
}
