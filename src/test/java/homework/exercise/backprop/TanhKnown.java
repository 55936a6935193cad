package homework.exercise.backprop;

import homework.exercise.Known;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Answers to tanh and tanhBackward, right and wrong. */
final class TanhKnown {
    private static final String[] VALUES = {"values", "leavesItsArgumentAlone"};
    private static final String[] FORWARD_ALL = {"values", "largeInputs", "leavesItsArgumentAlone"};
    private static final String[] BACKWARD_ALL = {"derivative", "upstream", "leavesItsArgumentsAlone"};
    private static final String[] UPSTREAM = {"upstream", "leavesItsArgumentsAlone"};

    static final Known<Activations.Forward> FORWARD = Known.of(Activations.TANH, TanhHidden.class, TanhKnown::tanh)
            .wrong("1 + 2 / (e^2x + 1)", x -> Transforms.exp(x.mul(2)).add(1).rdiv(2).add(1), "inner sign", FORWARD_ALL)
            .wrong("the definition overflows", x -> {
                INDArray up = Transforms.exp(x);
                INDArray down = Transforms.exp(x.neg());
                return up.sub(down).div(up.add(down));
            }, "overflow", "largeInputs")
            .wrong("e^2x in numerator and denominator", x -> {
                INDArray e = Transforms.exp(x.mul(2));
                return e.sub(1).div(e.add(1));
            }, "overflow", "largeInputs")
            .wrong("x for 2x", x -> tanh(x.div(2)), "half the argument", VALUES)
            .wrong("upside down", x -> tanh(x).rdiv(1), "upside down", VALUES)
            .wrong("sign", x -> tanh(x).neg(), "sign", FORWARD_ALL)
            .wrong("2σ(2x) without − 1", x -> tanh(x).add(1), "not shifted", FORWARD_ALL)
            .wrong("in place", x -> Transforms.exp(x.muli(2), false).addi(1).rdivi(2).rsubi(1), "argument changed", "leavesItsArgumentAlone")
            .wrong("float", x -> tanh(x).castTo(DataType.FLOAT), "float", FORWARD_ALL);

    static final Known<Activations.Backward> BACKWARD = Known.of(Activations.TANH_BACKWARD, TanhBackwardHidden.class, TanhKnown::backward)
            .wrong("1 − y", (x, g) -> tanh(x).rsub(1).mul(g), "square missing", BACKWARD_ALL)
            .wrong("1 + y²", (x, g) -> tanh(x).mul(tanh(x)).add(1).mul(g), "sign of the square", BACKWARD_ALL)
            .wrong("y(1 − y)", (x, g) -> tanh(x).mul(tanh(x).rsub(1)).mul(g), "sigmoid's rule", BACKWARD_ALL)
            .wrong("sign", (x, g) -> backward(x, g).neg(), "sign", BACKWARD_ALL)
            .wrong("halved", (x, g) -> backward(x, g).div(2), "factor 1/2", BACKWARD_ALL)
            .wrong("tanh' at the output", (x, g) -> backward(tanh(x), g), "at output", BACKWARD_ALL)
            .wrong("1 − x²", (x, g) -> x.mul(x).rsub(1).mul(g), "at input", BACKWARD_ALL)
            .wrong("without the gradient that arrives", (x, g) -> backward(x, g.div(g)), "upstream", UPSTREAM)
            .wrong("the gradient added", (x, g) -> backward(x, g.div(g)).add(g), "upstream", BACKWARD_ALL)
            .wrong("the quotient overflows", (x, g) -> {
                INDArray both = Transforms.exp(x).add(Transforms.exp(x.neg()));
                INDArray y = Transforms.exp(x).sub(Transforms.exp(x.neg())).div(both);
                return y.mul(y).rsub(1).mul(g);
            }, "overflow", "upstream")
            .wrong("in place", (x, g) -> g.muli(backward(x, g.div(g))), "argument changed", "leavesItsArgumentsAlone")
            .wrong("float", (x, g) -> backward(x, g).castTo(DataType.FLOAT), "float", BACKWARD_ALL);

    private TanhKnown() {
    }

    static INDArray tanh(INDArray x) {
        return Transforms.exp(x.mul(2)).add(1).rdiv(2).rsub(1);
    }

    static INDArray backward(INDArray x, INDArray gradient) {
        INDArray y = tanh(x);
        return y.mul(y).rsub(1).mul(gradient);
    }
}
