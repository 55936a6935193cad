package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Whether two trained networks are the same but for rounding. For every array of parameters
 *
 * <p>‖ours − DL4J's‖ ≤ tolerance · (‖DL4J's change‖ + 1 % of the whole network's change) + √steps · 2⁻²³ ‖array‖.
 *
 * <p>The tolerance is on the change, so that a step that was hardly made cannot pass for one that was made right. It is measured on whole
 * arrays, because single entries with gradients near 0 are all rounding: Adam divides by their size and so makes whole steps of it. The 1 %
 * is for arrays whose gradient is 0 on paper, such as a bias in front of batch normalisation; the last term is the rounding of the sum
 * "parameter + change". A wrong sign, factor or term makes the distance about as large as the change itself.
 */
final class Distance {
    /** One step: sums in another order are about 1e-6 apart; Adam divides by gradients, of which some are nearly 0, and gets 4e-5. */
    static final double ONE_STEP = 1e-4;
    /** Fifty steps: training spreads such differences, faster where a maximum or a ReLU falls on the other side. */
    static final double FIFTY_STEPS = 2e-3;

    private final MultiLayerNetwork start;

    /** @param start as it was before training */
    Distance(MultiLayerNetwork start) {
        this.start = start;
    }

    void check(MultiLayerNetwork expected, MultiLayerNetwork actual, int steps, double tolerance) {
        double whole = 0;
        for (String key : start.paramTable().keySet()) {
            double change = distance(expected.getParam(key), start.getParam(key));
            whole += isRunning(key) ? 0 : change * change;
        }
        assertTrue(whole > 0, "DL4J changed the parameters");
        for (String key : start.paramTable().keySet()) {
            INDArray array = expected.getParam(key);
            double scale = distance(array, start.getParam(key)) + (isRunning(key) ? 0 : .01 * Math.sqrt(whole));
            check(key, array, actual.getParam(key), tolerance * scale + Math.sqrt(steps) * 0x1p-23 * norm(array));
        }
        checkState(expected, actual, tolerance);
        assertEquals(expected.getIterationCount(), actual.getIterationCount(), "iteration count");
    }

    /** An updater keeps, block by block, one or two arrays as long as the block's parameters. */
    private void checkState(MultiLayerNetwork expected, MultiLayerNetwork actual, double tolerance) {
        MultiLayerUpdater updater = (MultiLayerUpdater) expected.getUpdater();
        for (UpdaterBlock block : updater.getUpdaterBlocks()) {
            int length = block.getParamOffsetEnd() - block.getParamOffsetStart();
            for (int from = block.getUpdaterViewOffsetStart(); from < block.getUpdaterViewOffsetEnd(); from += length) {
                INDArray array = state(expected, from, length);
                check("updater state from " + from, array, state(actual, from, length), tolerance * norm(array));
            }
        }
    }

    private static INDArray state(MultiLayerNetwork network, int from, int length) {
        INDArray state = network.getUpdater().getStateViewArray();
        return state.reshape(state.length()).get(NDArrayIndex.interval(from, from + length));
    }

    private static void check(String name, INDArray expected, INDArray actual, double allowed) {
        double distance = distance(expected, actual);
        assertTrue(distance <= allowed, () -> name + " is " + distance + " from DL4J's, allowed are " + allowed);
    }

    private static boolean isRunning(String key) {
        return key.endsWith("_mean") || key.endsWith("_var");
    }

    static double distance(INDArray a, INDArray b) {
        return norm(a.castTo(DataType.DOUBLE).sub(b.castTo(DataType.DOUBLE)));
    }

    static double norm(INDArray a) {
        return a.castTo(DataType.DOUBLE).norm2Number().doubleValue();
    }
}
