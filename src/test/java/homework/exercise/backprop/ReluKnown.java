package homework.exercise.backprop;

import homework.exercise.Known;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Answers to relu and reluBackward, right and wrong. */
final class ReluKnown {
    private static final String[] FORWARD_ALL = {"values", "leavesItsArgumentAlone"};
    private static final String[] BACKWARD_ALL = {"derivative", "upstream", "atZero", "leavesItsArgumentsAlone"};

    static final Known<Activations.Forward> FORWARD = Known.of(Activations.RELU, ReluHidden.class, ReluKnown::relu)
            .wrong("absolute value", x -> Transforms.abs(x), "absolute value", FORWARD_ALL)
            .wrong("x + |x|, not halved", x -> x.add(Transforms.abs(x)), "factor 2", FORWARD_ALL)
            .wrong("the smaller one", x -> x.sub(relu(x)), "smaller", FORWARD_ALL)
            .wrong("0 or 1", x -> open(x), "derivative for value", FORWARD_ALL)
            .wrong("a copy of x", x -> x.dup(), "nothing cut", FORWARD_ALL)
            .wrong("sign", x -> relu(x).neg(), "sign", FORWARD_ALL)
            .wrong("in place", x -> x.muli(open(x)), "argument changed", "leavesItsArgumentAlone")
            .wrong("x itself where nothing is negative", x -> x.minNumber().doubleValue() >= 0 ? x : relu(x), "view", "leavesItsArgumentAlone")
            .wrong("float", x -> relu(x).castTo(DataType.FLOAT), "float", FORWARD_ALL);

    static final Known<Activations.Backward> BACKWARD = Known.of(Activations.RELU_BACKWARD, ReluBackwardHidden.class, ReluKnown::backward)
            .wrong("asks the gradient, not x", (x, g) -> g.mul(open(g)), "passes everything", BACKWARD_ALL)
            .wrong("x for 1", (x, g) -> relu(x).mul(g), "value for derivative", "derivative", "upstream", "leavesItsArgumentsAlone")
            .wrong("the wrong side", (x, g) -> g.sub(backward(x, g)), "wrong side", BACKWARD_ALL)
            .wrong("everything through", (x, g) -> g.dup(), "passes everything", BACKWARD_ALL)
            .wrong("gradient itself", (x, g) -> g, "passes everything", BACKWARD_ALL)
            .wrong("sign of x", (x, g) -> Transforms.sign(x).mul(g), "slope of |x|", "derivative", "upstream", "atZero", "leavesItsArgumentsAlone")
            .wrong("sign", (x, g) -> backward(x, g).neg(), "sign", BACKWARD_ALL)
            .wrong("1 at 0", (x, g) -> x.gte(0).castTo(x.dataType()).mul(g), "kink", "atZero")
            .wrong("1/2 at 0", (x, g) -> Transforms.sign(x).add(1).div(2).mul(g), "kink", "atZero")
            .wrong("without the gradient that arrives", (x, g) -> open(x), "upstream", "upstream", "atZero", "leavesItsArgumentsAlone")
            .wrong("the gradient added", (x, g) -> open(x).add(g), "upstream", BACKWARD_ALL)
            .wrong("in place", (x, g) -> g.muli(open(x)), "argument changed", "leavesItsArgumentsAlone")
            .wrong("float", (x, g) -> backward(x, g).castTo(DataType.FLOAT), "float", BACKWARD_ALL);

    private ReluKnown() {
    }

    static INDArray open(INDArray x) {
        return x.gt(0).castTo(x.dataType());
    }

    static INDArray relu(INDArray x) {
        return x.mul(open(x));
    }

    static INDArray backward(INDArray x, INDArray gradient) {
        return open(x).mul(gradient);
    }
}
