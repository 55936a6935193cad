package homework.bench;

import homework.engine.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    public List<Double> firstLosses(int steps) {
        INDArray first = Dl4jTraining.rows(images, 0, batch);
        List<Double> losses = new ArrayList<>(List.of(engine.evaluate(first, Arrays.copyOf(labels, batch)).loss()));
        for (int i = 0; i < steps; i++) {
            losses.add(engine.train(images, labels, next(1)).loss());
        }
        return losses;
    }

    @Override
    public Map<String, IntConsumer> settings() {
        return Map.of(how(engine), steps -> engine.train(images, labels, next(steps)));
    }

    /** Whether the engine itself does the work, or leaves it to DL4J. */
    static String how(Engine engine) {
        return engine.whyDl4j() == null ? "oneDNN" : "DL4J, because: " + engine.whyDl4j();
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
