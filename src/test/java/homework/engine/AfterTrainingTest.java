package homework.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;

/** What a network does after the engine has trained it; more examples than the engine predicts at once, and not a multiple. */
class AfterTrainingTest {
    private static final double ROUNDING = 1e-5;
    private static final Samples SAMPLES = Samples.of(77, 3, 8, 8);

    private final MultiLayerNetwork network = Nets.convnet(new Adam(.01));

    @Test
    void outputsAgree() {
        try (Engine engine = Equality.engine(network, 10)) {
            for (int call = 0; call < 3; call++) {
                train(engine);
                INDArray predicted = engine.predict(SAMPLES.images());
                assertArrayEquals(new long[] {77, Nets.CLASSES}, predicted.shape());
                assertEquals(DataType.FLOAT, predicted.dataType());
                assertClose(network.output(SAMPLES.images()), predicted);
            }
        }
    }

    @Test
    void evaluationsAgree() {
        try (Engine engine = Equality.engine(network, 10)) {
            train(engine);
            Pass pass = engine.evaluate(SAMPLES.images(), SAMPLES.labels());
            Evaluation evaluation = new Evaluation(Nets.CLASSES);
            DataSet all = SAMPLES.all();
            evaluation.eval(all.getLabels(), network.output(all.getFeatures()));
            assertEquals(evaluation.accuracy(), pass.correct() / 77.0, 1e-9);
            assertEquals(100 * (1 - evaluation.accuracy()), pass.error(), 1e-9);
            assertEquals(network.score(all), pass.loss(), ROUNDING);
        }
    }

    @Test
    void savedAndRestored(@TempDir Path directory) throws IOException {
        File file = directory.resolve("network.zip").toFile();
        MultiLayerNetwork restored;
        try (Engine engine = Equality.engine(network, 10)) {
            train(engine);
            ModelSerializer.writeModel(network, file, true);
            restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
            Identical.check(network, restored);
            assertClose(restored.output(SAMPLES.images()), engine.predict(SAMPLES.images()));
            train(engine);
        }
        // Training goes on from the file as if nothing had happened.
        try (Engine engine = Equality.engine(restored, 10)) {
            train(engine);
        }
        Identical.check(network, restored);
    }

    @Test
    void parametersChangedBetweenCallsAreUsed() {
        try (Engine engine = Equality.engine(network, 10)) {
            train(engine);
            network.params().muli(.5);
            assertClose(network.output(SAMPLES.images()), engine.predict(SAMPLES.images()));
            MultiLayerNetwork copy = network.clone();
            train(engine);
            try (Engine other = Equality.engine(copy, 10)) {
                train(other);
            }
            Identical.check(copy, network);
        }
    }

    @Test
    void predictionAndEvaluationChangeNothing() {
        try (Engine engine = Equality.engine(network, 10)) {
            train(engine);
            MultiLayerNetwork before = network.clone();
            engine.predict(SAMPLES.images());
            engine.evaluate(SAMPLES.images(), SAMPLES.labels());
            Identical.check(before, network);
        }
    }

    @Test
    void predictionBeforeAnyTraining() {
        try (Engine engine = Equality.engine(network, 10)) {
            assertClose(network.output(SAMPLES.images()), engine.predict(SAMPLES.images()));
        }
    }

    /** Views, other orders and other types than float are copied first. */
    @Test
    void imagesInAnyLayout() {
        INDArray images = SAMPLES.images();
        try (Engine engine = Equality.engine(network, 10)) {
            INDArray expected = engine.predict(images);
            assertClose(expected, engine.predict(images.dup('f')));
            assertClose(expected, engine.predict(images.castTo(DataType.DOUBLE)));
            assertClose(expected, engine.predict(images.permute(0, 1, 3, 2).dup('c').permute(0, 1, 3, 2)));
            INDArray some = images.get(NDArrayIndex.interval(5, 40));
            assertClose(network.output(some.dup()), engine.predict(some));
        }
    }

    private static void train(Engine engine) {
        engine.train(SAMPLES.images(), SAMPLES.labels(), SAMPLES.order(12, 10));
    }

    private static void assertClose(INDArray expected, INDArray actual) {
        assertArrayEquals(expected.dup('c').data().asFloat(), actual.dup('c').data().asFloat(), (float) ROUNDING);
    }
}
