package homework.exercise.backprop;

import homework.exercise.Known;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Answers to sigmoid and sigmoidBackward, right and wrong. */
final class SigmoidKnown {
    private static final String[] VALUES = {"values", "leavesItsArgumentAlone"};
    private static final String[] FORWARD_ALL = {"values", "largeInputs", "leavesItsArgumentAlone"};
    private static final String[] BACKWARD_ALL = {"derivative", "upstream", "leavesItsArgumentsAlone"};
    private static final String[] UPSTREAM = {"upstream", "leavesItsArgumentsAlone"};

    static final Known<Activations.Forward> FORWARD = Known.of(Activations.SIGMOID, SigmoidHidden.class, SigmoidKnown::sigmoid)
            .wrong("no minus in the exponent", x -> sigmoid(x.neg()), "exponent", FORWARD_ALL)
            .wrong("e^x over 1 + e^x overflows", x -> Transforms.exp(x).div(Transforms.exp(x).add(1)), "overflow", "largeInputs")
            .wrong("nyu-2016: 1 / (1 − e^−x)", x -> Transforms.exp(x.neg()).rsub(1).rdiv(1), "denominator", VALUES)
            .wrong("sign", x -> sigmoid(x).neg(), "sign", FORWARD_ALL)
            .wrong("doubled", x -> sigmoid(x).mul(2), "factor 2", FORWARD_ALL)
            .wrong("in place", x -> Transforms.exp(x.negi(), false).addi(1).rdivi(1), "argument changed", "leavesItsArgumentAlone")
            .wrong("flattened", x -> sigmoid(x).ravel(), "shape", "leavesItsArgumentAlone")
            .wrong("float", x -> sigmoid(x).castTo(DataType.FLOAT), "float", FORWARD_ALL);

    static final Known<Activations.Backward> BACKWARD = Known.of(Activations.SIGMOID_BACKWARD, SigmoidBackwardHidden.class, SigmoidKnown::backward)
            .wrong("σ(1 + σ)", (x, g) -> sigmoid(x).mul(sigmoid(x).add(1)).mul(g), "inner sign", BACKWARD_ALL)
            .wrong("nyu-2016: wrong sign in both denominators", (x, g) -> {
                INDArray s = Transforms.exp(x.neg()).rsub(1).rdiv(1);
                return s.mul(s.rsub(1)).mul(g);
            }, "denominator", BACKWARD_ALL)
            .wrong("sign", (x, g) -> backward(x, g).neg(), "sign", BACKWARD_ALL)
            .wrong("doubled", (x, g) -> backward(x, g).mul(2), "factor 2", BACKWARD_ALL)
            .wrong("σ' at the output", (x, g) -> backward(sigmoid(x), g), "at output", BACKWARD_ALL)
            .wrong("x(1 − x)", (x, g) -> x.mul(x.rsub(1)).mul(g), "at input", BACKWARD_ALL)
            .wrong("σ for σ'", (x, g) -> sigmoid(x).mul(g), "value for derivative", BACKWARD_ALL)
            .wrong("1 − σ alone", (x, g) -> sigmoid(x).rsub(1).mul(g), "one minus alone", BACKWARD_ALL)
            .wrong("without the gradient that arrives", (x, g) -> backward(x, g.div(g)), "upstream", UPSTREAM)
            .wrong("the gradient added", (x, g) -> backward(x, g.div(g)).add(g), "upstream", BACKWARD_ALL)
            .wrong("e^−x over (1 + e^−x)² overflows", (x, g) -> {
                INDArray e = Transforms.exp(x.neg());
                return e.div(e.add(1).mul(e.add(1))).mul(g);
            }, "overflow", "upstream")
            .wrong("in place", (x, g) -> g.muli(backward(x, g.div(g))), "argument changed", "leavesItsArgumentsAlone")
            .wrong("float", (x, g) -> backward(x, g).castTo(DataType.FLOAT), "float", BACKWARD_ALL);

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
