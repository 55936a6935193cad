package homework.bench;

import homework.engine.Engine;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Our engine, one call for all steps of a round. */
final class EngineTraining implements Training {
    private final Engine engine;
    private final INDArray images;
    private final int[] labels;
    private final int batch;
    private int at;

    EngineTraining(StartFile start, int threads) {
        images = start.arrays().get("images");
        labels = start.labels();
        batch = start.header().get("batch").asInt();
        engine = Engine.of(Starts.network(start), batch, threads);
    }

    @Override
    public double startLoss() {
        return engine.evaluate(Dl4jTraining.rows(images, 0, batch), IntStream.range(0, batch).map(i -> labels[i]).toArray()).loss();
    }

    @Override
    public double step() {
        return engine.train(images, labels, next(1)).loss();
    }

    @Override
    public Map<String, IntConsumer> settings() {
        return Map.of("train", steps -> engine.train(images, labels, next(steps)));
    }

    /** The rows of the next steps, from the beginning again after the last. */
    private int[] next(int steps) {
        int from = at;
        at = (at + steps * batch) % labels.length;
        return IntStream.range(0, steps * batch).map(i -> (from + i) % labels.length).toArray();
    }

    @Override
    public void close() {
        engine.close();
    }
}
