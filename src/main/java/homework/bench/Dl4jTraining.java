package homework.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** DL4J's own {@code fit}, on minibatches that lie ready in memory. */
final class Dl4jTraining implements Training {
    private final MultiLayerNetwork network;
    private final List<DataSet> batches;
    private int at;

    Dl4jTraining(StartFile start) {
        network = Starts.network(start);
        batches = batches(start, start.header().get("batch").asInt());
    }

    /** The data in consecutive minibatches. */
    static List<DataSet> batches(StartFile start, int size) {
        INDArray images = start.arrays().get("images");
        int[] labels = start.labels();
        INDArray oneHot = Nd4j.zeros(labels.length, 10);
        for (int i = 0; i < labels.length; i++) {
            oneHot.putScalar(i, labels[i], 1);
        }
        List<DataSet> batches = new ArrayList<>();
        for (int from = 0; from + size <= labels.length; from += size) {
            batches.add(new DataSet(rows(images, from, size), rows(oneHot, from, size)));
        }
        return batches;
    }

    static INDArray rows(INDArray all, int from, int count) {
        return all.get(NDArrayIndex.interval(from, from + count)).dup('c');
    }

    @Override
    public List<Double> firstLosses(int steps) {
        List<Double> losses = new ArrayList<>(List.of(network.score(batches.get(0), false)));
        for (int i = 0; i < steps; i++) {
            losses.add(step());
        }
        return losses;
    }

    private double step() {
        DataSet batch = batches.get(at);
        at = (at + 1) % batches.size();
        network.fit(batch.getFeatures(), batch.getLabels());
        return network.score();
    }

    @Override
    public Map<String, IntConsumer> settings() {
        String helper = Arrays.stream(network.getLayers()).map(Layer::getHelper).filter(Objects::nonNull).findFirst()
                .map(found -> found.getClass().getSimpleName()).orElse("no helper");
        return Map.of("fit, " + helper, steps -> {
            for (int i = 0; i < steps; i++) {
                step();
            }
        });
    }

    @Override
    public void close() {
        network.close();
    }
}
