package homework.bench;

import homework.engine.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Our engine's evaluation of all images of the start file, in minibatches of whatever size is fastest. */
final class EngineEvaluation implements Training {
    private final Map<Integer, Engine> engines = new LinkedHashMap<>();
    private final INDArray images;
    private final int[] labels;

    EngineEvaluation(StartFile start, int threads) {
        images = start.arrays().get("images");
        labels = start.labels();
        for (int size : new int[] {20, 100, 500}) {
            engines.put(size, Engine.of(Starts.network(start), size, threads));
        }
    }

    @Override
    public List<Double> firstLosses(int steps) {
        return List.of(engines.get(100).evaluate(images, labels).loss());
    }

    @Override
    public Map<String, IntConsumer> settings() {
        Map<String, IntConsumer> settings = new LinkedHashMap<>();
        engines.forEach((size, engine) -> settings.put(EngineTraining.how(engine) + ", " + size + " at a time", times -> {
            for (int i = 0; i < times; i++) {
                engine.evaluate(images, labels);
            }
        }));
        return settings;
    }

    @Override
    public void close() {
        engines.values().forEach(Engine::close);
    }
}
