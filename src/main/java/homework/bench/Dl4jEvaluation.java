package homework.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/** DL4J's loss over all images of the start file, in minibatches of whatever size is fastest. */
final class Dl4jEvaluation implements Training {
    private final MultiLayerNetwork network;
    private final StartFile start;

    Dl4jEvaluation(StartFile start) {
        this.start = start;
        network = Starts.network(start);
    }

    @Override
    public List<Double> firstLosses(int steps) {
        return List.of(loss(Dl4jTraining.batches(start, 100)));
    }

    private double loss(List<DataSet> batches) {
        return batches.stream().mapToDouble(batch -> network.score(batch, false)).average().orElseThrow();
    }

    @Override
    public Map<String, IntConsumer> settings() {
        Map<String, IntConsumer> settings = new LinkedHashMap<>();
        for (int size : new int[] {100, 1000}) {
            List<DataSet> batches = Dl4jTraining.batches(start, size);
            settings.put(size + " at a time", times -> {
                for (int i = 0; i < times; i++) {
                    loss(batches);
                }
            });
        }
        return settings;
    }

    @Override
    public void close() {
        network.close();
    }
}
