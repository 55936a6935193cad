package homework.bench;

import homework.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Our engine's evaluation of all images of the start file. */
final class EngineEvaluation implements Training {
    private final Engine engine;
    private final INDArray images;
    private final int[] labels;

    EngineEvaluation(StartFile start, int threads) {
        images = start.arrays().get("images");
        labels = start.labels();
        engine = Engine.of(Starts.network(start), 1, threads);
    }

    @Override
    public List<Double> firstLosses(int steps) {
        return List.of(engine.evaluate(images, labels).loss());
    }

    @Override
    public Map<String, IntConsumer> settings() {
        return Map.of(EngineTraining.how(engine), times -> {
            for (int i = 0; i < times; i++) {
                engine.evaluate(images, labels);
            }
        });
    }

    @Override
    public void close() {
        engine.close();
    }
}
