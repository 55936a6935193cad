package homework.exercise.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import homework.exercise.Known;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The reference answers against DL4J's own activations. */
class ActivationsReferenceTest {
    private static final double CLOSE = 1e-7;
    private static final double SLOPE = 0.02;
    private final INDArray x = uniform(1);
    private final INDArray gradient = uniform(2);

    @TestFactory
    Stream<DynamicTest> referencesAgreeWithDl4j() {
        return Stream.of(
                agrees("sigmoid", new ActivationSigmoid(), SigmoidKnown.FORWARD, SigmoidKnown.BACKWARD),
                agrees("tanh", new ActivationTanH(), TanhKnown.FORWARD, TanhKnown.BACKWARD),
                agrees("ReLU", new ActivationReLU(), ReluKnown.FORWARD, ReluKnown.BACKWARD),
                agrees("leaky ReLU", new ActivationLReLU(SLOPE), v -> LeakyReluKnown.FORWARD.reference().of(v, SLOPE),
                        (v, g) -> LeakyReluKnown.BACKWARD.reference().of(v, g, SLOPE)));
    }

    private DynamicTest agrees(String name, IActivation theirs, Known<Activations.Forward> forward, Known<Activations.Backward> backward) {
        return agrees(name, theirs, forward.reference(), backward.reference());
    }

    private DynamicTest agrees(String name, IActivation theirs, Activations.Forward forward, Activations.Backward backward) {
        return DynamicTest.dynamicTest(name, () -> {
            same(theirs.getActivation(x.dup(), true), forward.of(x));
            same(theirs.backprop(x.dup(), gradient.dup()).getFirst(), backward.of(x, gradient));
        });
    }

    private static INDArray uniform(long seed) {
        return Nd4j.createFromArray(new Random(seed).doubles(60, -6, 6).toArray()).reshape(12, 5);
    }

    private static void same(INDArray expected, INDArray got) {
        assertArrayEquals(expected.ravel().toDoubleVector(), got.ravel().toDoubleVector(), CLOSE);
    }
}
