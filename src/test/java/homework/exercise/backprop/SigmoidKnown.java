package homework.exercise.backprop;

import homework.exercise.Known;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Answers to sigmoid and sigmoidBackward, right and wrong. */
final class SigmoidKnown {
    static final Known<Activations.Forward> FORWARD = Known.of(Activations.SIGMOID, SigmoidHidden.class, SigmoidKnown::sigmoid)
            .wrong("no minus in the exponent", x -> Transforms.exp(x).add(1).rdiv(1), "exponent", "values", "largeInputs", "leavesItsArgumentAlone")
            .wrong("e^x over 1 + e^x overflows", x -> Transforms.exp(x).div(Transforms.exp(x).add(1)), "NaN", "largeInputs")
            .wrong("nyu-2016: 1 / (1 − e^−x)", x -> Transforms.exp(x.neg()).rsub(1).rdiv(1), "NaN", "values", "leavesItsArgumentAlone")
            .wrong("in place", x -> Transforms.exp(x.negi(), false).addi(1).rdivi(1), "argument changed", "leavesItsArgumentAlone")
            .wrong("float", x -> sigmoid(x).castTo(DataType.FLOAT), "float", "values", "largeInputs", "leavesItsArgumentAlone");

    static final Known<Activations.Backward> BACKWARD = Known.of(Activations.SIGMOID_BACKWARD, SigmoidBackwardHidden.class, SigmoidKnown::backward)
            .wrong("nyu-2016: wrong sign in both denominators", (x, g) -> {
                INDArray s = Transforms.exp(x.neg()).rsub(1).rdiv(1);
                return s.mul(s.rsub(1)).mul(g);
            }, "value", "derivative", "upstream", "leavesItsArgumentsAlone")
            .wrong("sign", (x, g) -> backward(x, g).neg(), "sign", "derivative", "upstream", "leavesItsArgumentsAlone")
            .wrong("σ' at the output", (x, g) -> backward(sigmoid(x), g), "at output", "derivative", "upstream", "leavesItsArgumentsAlone")
            .wrong("without the gradient that arrives", (x, g) -> backward(x, g.div(g)), "", "upstream", "leavesItsArgumentsAlone");

    private SigmoidKnown() {
    }

    static INDArray sigmoid(INDArray x) {
        return Transforms.exp(x.neg()).add(1).rdiv(1);
    }

    static INDArray backward(INDArray x, INDArray gradient) {
        INDArray y = sigmoid(x);
        return y.mul(y.rsub(1)).mul(gradient);
    }
}
