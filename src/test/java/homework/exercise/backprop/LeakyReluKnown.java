package homework.exercise.backprop;

import static homework.exercise.backprop.ReluKnown.open;

import homework.exercise.Known;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Answers to leakyRelu and leakyReluBackward, right and wrong. */
final class LeakyReluKnown {
    private static final String[] FORWARD_ALL = {"values", "steepSlope", "leavesItsArgumentAlone"};
    private static final String[] BACKWARD_ALL = {"upstream", "atZero", "leavesItsArgumentsAlone"};

    static final Known<Activations.LeakyForward> FORWARD = Known.of(Activations.LEAKY_RELU, LeakyReluHidden.class, LeakyReluKnown::leakyRelu)
            .wrong("uva-2019: −a for x ≤ 0", (x, a) -> leakyRelu(x, -a), "slope sign", FORWARD_ALL)
            .wrong("max(ax, x)", (x, a) -> Transforms.max(x.mul(a), x), "max", "steepSlope")
            .wrong("no leak", (x, a) -> leakyRelu(x, 0), "no leak", FORWARD_ALL)
            .wrong("a everywhere", (x, a) -> x.mul(a), "slope everywhere", FORWARD_ALL)
            .wrong("0.01 in place of a", (x, a) -> leakyRelu(x, 0.01), "fixed slope", FORWARD_ALL)
            .wrong("a in place of ax", (x, a) -> x.mul(open(x)).add(open(x).rsub(1).mul(a)), "constant", FORWARD_ALL)
            .wrong("in place", (x, a) -> x.muli(slopes(x, a)), "argument changed", "leavesItsArgumentAlone")
            .wrong("x itself where nothing is negative", (x, a) -> x.minNumber().doubleValue() >= 0 ? x : leakyRelu(x, a), "view",
                    "leavesItsArgumentAlone")
            .wrong("float", (x, a) -> leakyRelu(x, a).castTo(DataType.FLOAT), "float", FORWARD_ALL);

    static final Known<Activations.LeakyBackward> BACKWARD = Known.of(Activations.LEAKY_RELU_BACKWARD, LeakyReluBackwardHidden.class,
                    LeakyReluKnown::backward)
            .wrong("uva-2019: −a for x ≤ 0", (x, g, a) -> backward(x, g, -a), "branch", BACKWARD_ALL)
            .wrong("no leak", (x, g, a) -> backward(x, g, 0), "no leak", BACKWARD_ALL)
            .wrong("0.01 in place of a", (x, g, a) -> backward(x, g, 0.01), "fixed slope", BACKWARD_ALL)
            .wrong("branches exchanged", (x, g, a) -> backward(x.neg(), g, a), "branches exchanged", BACKWARD_ALL)
            .wrong("asks the gradient, not x", (x, g, a) -> backward(g, g, a), "asks the gradient", BACKWARD_ALL)
            .wrong("sign", (x, g, a) -> backward(x, g, a).neg(), "sign", BACKWARD_ALL)
            .wrong("1 at 0", (x, g, a) -> x.lt(0).castTo(x.dataType()).mul(a - 1).add(1).mul(g), "kink", "atZero")
            .wrong("0 at 0", (x, g, a) -> Transforms.abs(Transforms.sign(x)).mul(backward(x, g, a)), "kink", "atZero")
            .wrong("without the gradient that arrives", (x, g, a) -> slopes(x, a), "upstream", BACKWARD_ALL)
            .wrong("the gradient added", (x, g, a) -> slopes(x, a).add(g), "upstream", BACKWARD_ALL)
            .wrong("gradient itself where nothing is negative", (x, g, a) -> x.minNumber().doubleValue() > 0 ? g : backward(x, g, a), "view",
                    "leavesItsArgumentsAlone")
            .wrong("in place", (x, g, a) -> g.muli(slopes(x, a)), "argument changed", "leavesItsArgumentsAlone")
            .wrong("float", (x, g, a) -> backward(x, g, a).castTo(DataType.FLOAT), "float", BACKWARD_ALL);

    private LeakyReluKnown() {
    }

    private static INDArray slopes(INDArray x, double slope) {
        return open(x).mul(1 - slope).add(slope);
    }

    static INDArray leakyRelu(INDArray x, double slope) {
        return x.mul(slopes(x, slope));
    }

    static INDArray backward(INDArray x, INDArray gradient, double slope) {
        return slopes(x, slope).mul(gradient);
    }
}
