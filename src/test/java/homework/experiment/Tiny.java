package homework.experiment;

import homework.data.LabelledImages;
import homework.data.Mnist;
import homework.data.Origin;
import homework.engine.Pass;
import homework.model.TorchConvnet;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.factory.Nd4j;

/** Experiments of a moment: bright bars under noise in the place of MNIST, a network of a few hundred parameters; and rows. */
final class Tiny {
    static final String REPORT = "tiny";
    private static final int SIDE = 28;
    private static final int CLASSES = 10;

    private Tiny() {
    }

    /** The height of the bar tells the class, if the noise lets one see it. */
    static Mnist mnist(int train, int test) {
        return new Mnist(images("train", train, 1), images("test", test, 2), Origin.BUNDLED, "a test");
    }

    private static LabelledImages images(String name, int count, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[count * SIDE * SIDE];
        int[] labels = new int[count];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(160) / 255f;
        }
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(CLASSES);
            for (int x = 0; x < SIDE; x++) {
                pixels[(i * SIDE + 3 + 2 * labels[i]) * SIDE + x] += 60 / 255f;
            }
        }
        return LabelledImages.of(name, Nd4j.createFromArray(pixels).reshape(count, 1, SIDE, SIDE), labels, CLASSES);
    }

    static Experiment experiment(int epochs) {
        TorchConvnet model = new TorchConvnet().convolutions(2, 3).dense(6).dropOutAfterDense(.1).learningRate(.01);
        return Experiment.of(new Images(Images.Part.ALL, 0), model, epochs);
    }

    static Work work(Experiment experiment) {
        return new Work(REPORT, "tiny/fig1 one", experiment, 0, 1);
    }

    static Row row(Experiment experiment, int epoch) {
        return row(experiment, epoch, 2);
    }

    static Row row(Experiment experiment, int epoch, double trainingSeconds) {
        return new Row(experiment.id(), "tiny/fig1 one", experiment.seed(), epoch, new Pass(600, 600, 1 / (2. + epoch), 540),
                new Pass(0, 100, 1 / 3., 98), trainingSeconds, .5, "0123abcd", new Provenance("A processor", 1, "17", "1.0", "0.1", "2026-11-21"),
                epoch == experiment.epochs() ? List.of(3, 97) : null);
    }

    /** What must be the same when a run is made again: all but the time that it took. */
    static List<Row> withoutSeconds(List<Row> rows) {
        return rows.stream().map(row -> new Row(row.id(), row.name(), row.seed(), row.epoch(), row.train(), row.heldOut(), 0, 0, row.data(),
                row.provenance(), row.wrong())).toList();
    }
}
