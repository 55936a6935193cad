package homework.training;

import homework.data.LabelledImages;
import homework.engine.Engine;
import homework.engine.Pass;
import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Measures in evaluation mode, with a look at the stop button in between. */
final class Scores {
    /** Images from one look to the next: a second or so on the slowest networks. */
    private static final int PIECE = 2000;
    private static final int PIECE_ON_DL4J = 100;

    private final MultiLayerNetwork network;
    private final Engine engine;

    Scores(MultiLayerNetwork network, Engine engine) {
        this.network = network;
        this.engine = engine;
    }

    /**
     * @param data null for a score without examples
     * @throws Stop if it was asked for
     */
    Pass of(LabelledImages data) {
        Sum sum = Sum.NOTHING;
        int[] labels = data == null ? new int[0] : data.labels();
        int length = engine.whyDl4j() == null ? PIECE : PIECE_ON_DL4J;
        for (int from = 0; from < labels.length; from += length) {
            int to = Math.min(labels.length, from + length);
            INDArray piece = data.images().get(NDArrayIndex.interval(from, to), NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all());
            sum = sum.plus(engine.evaluate(Inputs.of(network, piece), Arrays.copyOfRange(labels, from, to)));
            Stop.ifAsked();
        }
        return sum.pass();
    }
}
