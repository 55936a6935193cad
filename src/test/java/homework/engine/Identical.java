package homework.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Two networks that are the same bit for bit: parameters, running statistics, state of the updaters, number of steps. */
final class Identical {
    private Identical() {
    }

    static void check(MultiLayerNetwork expected, MultiLayerNetwork actual) {
        assertArrayEquals(expected.params().toFloatVector(), actual.params().toFloatVector(), "parameters");
        assertArrayEquals(state(expected), state(actual), "updater state");
        assertEquals(expected.getIterationCount(), actual.getIterationCount(), "steps");
    }

    private static float[] state(MultiLayerNetwork network) {
        INDArray state = network.getUpdater().getStateViewArray();
        return state == null ? new float[0] : state.toFloatVector();
    }
}
