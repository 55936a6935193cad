package homework.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** DL4J behind the engine's calls: for networks or machines that the engine does not support. It uses as many threads as ND4J does. */
final class Dl4jEngine extends Engine {
    private static final int TO_PREDICT = 250;

    private final MultiLayerNetwork network;
    private final int batchSize;
    private final long seed;
    private final String reason;
    private final int classes;
    private boolean closed;

    Dl4jEngine(MultiLayerNetwork network, int batchSize, long seed, String reason) {
        this.network = network;
        this.batchSize = batchSize;
        this.seed = seed;
        this.reason = reason;
        classes = LastLayer.of(network).classes();
    }

    @Override
    public Pass train(INDArray images, int[] labels, int[] order) {
        checkOpen();
        Arguments.examples(images, labels, classes);
        Arguments.order(order, labels.length);
        Arguments.fits(network, images);
        ScoreListener scores = new ScoreListener();
        List<TrainingListener> before = List.copyOf(network.getListeners());
        network.addListeners(scores);
        try {
            return steps(images, labels, order, scores);
        } finally {
            network.setListeners(before);
        }
    }

    private Pass steps(INDArray images, int[] labels, int[] order, ScoreListener scores) {
        Snapshot good = new Snapshot(network);
        int steps = 0;
        for (int from = 0; from < order.length && !Thread.currentThread().isInterrupted(); from += batchSize) {
            int[] rows = Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length));
            if (!isFinite()) {
                // Behind a ReLU the loss does not show it.
                throw diverged("the parameters", good.iteration(), good);
            }
            Snapshot before = new Snapshot(network);
            INDArray batch = rows(images, rows);
            scores.expectStep();
            // DL4J draws its dropout from here. At every step, so that it does not matter with which step a call begins.
            Nd4j.getRandom().setSeed(Masks.seed(seed, before.iteration()));
            network.fit(new DataSet(batch, oneHot(labels, rows)));
            if (!scores.isFinite()) {
                int step = before.iteration();
                before.restore(network);
                throw diverged(layer(batch), step, good);
            }
            good = before;
            steps++;
        }
        if (!isFinite()) {
            throw diverged("the parameters", good.iteration(), good);
        }
        return scores.pass(steps);
    }

    private boolean isFinite() {
        return Double.isFinite(network.params().mul(0).sumNumber().doubleValue());
    }

    private DivergedException diverged(String layer, int step, Snapshot good) {
        Double rate = network.getLearningRate(0);
        good.restore(network);
        return new DivergedException(layer, step, rate == null ? Double.NaN : rate, network.getIterationCount());
    }

    /** Name of the first layer whose output of this batch is infinite or not a number. */
    private String layer(INDArray batch) {
        List<INDArray> activations = network.feedForward(batch, false);
        for (int i = 0; i < activations.size(); i++) {
            if (!Double.isFinite(activations.get(i).mul(0).sumNumber().doubleValue())) {
                return i == 0 ? Divergence.INPUT : network.getLayer(i - 1).conf().getLayer().getLayerName();
            }
        }
        return "the loss";
    }

    @Override
    public INDArray predict(INDArray images) {
        checkOpen();
        Arguments.images(images);
        Arguments.fits(network, images);
        INDArray outputs = Nd4j.create(DataType.FLOAT, images.size(0), classes);
        for (long from = 0; from < images.size(0); from += TO_PREDICT) {
            var rows = NDArrayIndex.interval(from, Math.min(from + TO_PREDICT, images.size(0)));
            outputs.get(rows, NDArrayIndex.all()).assign(network.output(images.get(rows)));
        }
        return outputs;
    }

    @Override
    public Pass evaluate(INDArray images, int[] labels) {
        checkOpen();
        Arguments.examples(images, labels, classes);
        Arguments.fits(network, images);
        ScoreListener scores = new ScoreListener();
        for (int from = 0; from < labels.length; from += TO_PREDICT) {
            int[] rows = IntStream.range(from, Math.min(from + TO_PREDICT, labels.length)).toArray();
            List<INDArray> activations = network.feedForward(rows(images, rows), false);
            network.setLabels(oneHot(labels, rows));
            scores.expectStep();
            scores.onForwardPass(network, activations.subList(0, activations.size() - 1));
        }
        return scores.pass(0);
    }

    private static INDArray rows(INDArray images, int[] rows) {
        return Nd4j.pullRows(images.reshape(images.size(0), -1), 1, rows).reshape(shape(images, rows.length));
    }

    private static long[] shape(INDArray images, int count) {
        long[] shape = images.shape().clone();
        shape[0] = count;
        return shape;
    }

    private INDArray oneHot(int[] labels, int[] rows) {
        INDArray rowsOfLabels = Nd4j.zeros(DataType.FLOAT, rows.length, classes);
        for (int i = 0; i < rows.length; i++) {
            rowsOfLabels.putScalar(i, labels[rows[i]], 1);
        }
        return rowsOfLabels;
    }

    @Override
    public String profile(INDArray images) {
        return "DL4J does the work: " + reason;
    }

    @Override
    public MultiLayerNetwork network() {
        return network;
    }

    @Override
    public String whyDl4j() {
        return reason;
    }

    /** There is nothing to free: DL4J's memory is the network's. */
    @Override
    public void close() {
        closed = true;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(CLOSED);
        }
    }
}
