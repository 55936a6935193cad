package homework.engine;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies of a network's parameters, its updater's state and its iteration count. */
final class Snapshot {
    private final INDArray parameters;
    private final INDArray state;
    private final int iteration;

    Snapshot(MultiLayerNetwork network) {
        INDArray current = network.getUpdater().getStateViewArray();
        parameters = network.params().dup();
        state = current == null ? null : current.dup();
        iteration = network.getIterationCount();
    }

    int iteration() {
        return iteration;
    }

    void restore(MultiLayerNetwork network) {
        network.setParams(parameters);
        if (state != null) {
            network.getUpdater().setStateViewArray(null, state, false);
        }
        network.setIterationCount(iteration);
    }
}
