package homework.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.model.L2Pooling;
import homework.model.TorchConvnet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** Steps of the engine by conjugate gradient. */
class ConjugateGradientEqualityTest {
    private static final int STEPS = 20;
    private final Samples samples = Samples.of(12, 3, 8, 8);

    @AfterEach
    void switchedOnAgain() {
        System.clearProperty(OneDnn.SWITCH);
    }

    /**
     * The plain procedure in double, with the loss and the gradient of DL4J in double; each step from where the engine is, because steps of
     * this size double the rounding of those before. Layers of 6, 10 and 5 leave blocks of 8 and 16 unfilled.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void equalsThePlainProcedureOnDl4j(int batchSize) {
        MultiLayerNetwork network = convnet();
        MultiLayerNetwork dl4j = network.convertDataType(DataType.DOUBLE);
        int[] order = samples.order(STEPS, batchSize);
        try (Engine engine = Engine.ofConjugateGradient(network, batchSize, 1, 1, 2)) {
            for (int step = 0; step < STEPS; step++) {
                int[] rows = Arrays.copyOfRange(order, step * batchSize, (step + 1) * batchSize);
                Distance distance = new Distance(network.clone());
                dl4j.setParams(network.params().castTo(DataType.DOUBLE));
                step(dl4j, rows);
                engine.train(samples.images(), samples.labels(), rows);
                distance.check(dl4j, network, 1, Distance.ONE_STEP);
            }
        }
    }

    private void step(MultiLayerNetwork network, int[] rows) {
        DataSet batch = samples.batch(rows);
        batch.setFeatures(batch.getFeatures().castTo(DataType.DOUBLE));
        batch.setLabels(batch.getLabels().castTo(DataType.DOUBLE));
        PlainSearch.Path path = PlainSearch.minimise((x, gradient) -> {
            network.setParams(Nd4j.createFromArray(x).reshape(network.params().shape()));
            network.setInput(batch.getFeatures());
            network.setLabels(batch.getLabels());
            network.computeGradientAndScore();
            // DL4J divides by the size of the minibatch later.
            double[] sum = network.gradient().gradient().dup().data().asDouble();
            Arrays.setAll(gradient, k -> sum[k] / rows.length);
            return network.score();
        }, network.params().dup().data().asDouble(), 2);
        network.setParams(Nd4j.createFromArray(path.end()).reshape(network.params().shape()));
        network.setIterationCount(network.getIterationCount() + 1);
    }

    private static MultiLayerNetwork convnet() {
        return Nets.onMaps(3, 8, 8, Nets.convolution(6, 3).activation(Activation.TANH).build(), new L2Pooling(2, 2),
                Nets.dense(10, Activation.TANH));
    }

    /** Loss and correct examples are those before each step, and the steps bring the loss down. */
    @Test
    void thePassIsTheFirstEvaluation() {
        MultiLayerNetwork network = convnet();
        int[] all = samples.order(1, 12);
        try (Engine engine = Engine.ofConjugateGradient(network, 12, 1, 1, 2)) {
            Pass before = engine.evaluate(samples.images(), samples.labels());
            Pass step = engine.train(samples.images(), samples.labels(), all);
            assertEquals(before.loss(), step.loss(), 1e-6);
            assertEquals(before.correct(), step.correct());
            assertEquals(1, step.steps());
            double first = before.loss();
            for (int i = 0; i < 10; i++) {
                engine.train(samples.images(), samples.labels(), all);
                double next = engine.evaluate(samples.images(), samples.labels()).loss();
                assertTrue(next <= first, next + " after " + first);
                first = next;
            }
            assertTrue(first < .9 * before.loss(), first + " from " + before.loss());
        }
    }

    /** Dropout of values, and an updater with a state, which rests. */
    @Test
    void cuttingTheStepsIntoCallsChangesNothing() {
        TorchConvnet model = new TorchConvnet().input(1, 16, 16).convolutions(4, 4).filter(3).dense(8).dropOutAfterDense(.5).updater(new Adam(.1));
        Samples drawn = Samples.drawn(9, 10, 1, model.inputShape());
        MultiLayerNetwork whole = model.build(1);
        MultiLayerNetwork cut = model.build(1);
        int[] order = drawn.order(9, 2);
        try (Engine engine = Engine.ofConjugateGradient(whole, 2, 1, 3, 2)) {
            engine.train(drawn.images(), drawn.labels(), order);
        }
        for (int step = 0; step < 9; step++) {
            try (Engine engine = Engine.ofConjugateGradient(cut, 2, 1, 3, 2)) {
                engine.train(drawn.images(), drawn.labels(), Arrays.copyOfRange(order, 2 * step, 2 * step + 2));
            }
        }
        Identical.check(whole, cut);
        assertArrayEquals(new float[2 * (int) whole.numParams()], whole.getUpdater().getStateViewArray().toFloatVector());
    }

    /** Within a step every evaluation has to draw anew from where the first one did. */
    @Test
    void theMasksOfAStepAreTheSame() {
        List<String> calls = new ArrayList<>();
        Masks masks = new Masks() {
            @Override
            public void start(int iteration) {
                calls.add("start " + iteration);
            }

            @Override
            public void draw(String layer, float[] factors, double keep, int repeated) {
                Arrays.fill(factors, 1);
                calls.add("draw");
            }
        };
        TorchConvnet model = new TorchConvnet().input(1, 16, 16).convolutions(4, 4).filter(3).dense(8).dropOutAfterDense(.5);
        Samples drawn = Samples.drawn(1, 10, 1, model.inputShape());
        try (Engine engine = new OneDnnEngine(model.build(1), 1, 1, masks, 2)) {
            engine.train(drawn.images(), drawn.labels(), drawn.order(1, 1));
        }
        assertTrue(calls.size() >= 6, calls.toString());
        for (int i = 0; i < calls.size(); i++) {
            assertEquals(i % 2 == 0 ? "start 0" : "draw", calls.get(i));
        }
    }

    /** Behind a ReLU only the gradient shows it. */
    @Test
    void anImageThatIsNoNumberIsTold() {
        MultiLayerNetwork network = Nets.onMaps(3, 8, 8, Nets.convolution(4, 3).activation(Activation.RELU).build(), Nets.dense(10, Activation.RELU));
        float[] before = network.params().toFloatVector();
        samples.images().putScalar(5, Float.NaN);
        try (Engine engine = Engine.ofConjugateGradient(network, 6, 1, 1, 2)) {
            DivergedException told = assertThrows(DivergedException.class,
                    () -> engine.train(samples.images(), samples.labels(), samples.order(1, 6)));
            assertEquals("the input", told.layer());
        }
        assertArrayEquals(before, network.params().toFloatVector());
    }

    @Test
    void whatIsNotThereIsSaid() {
        String start = "Torch's conjugate gradient is there on oneDNN only, not in DL4J, which would have to serve: ";
        assertMessage(start + "The engine does not support weight decay of DenseLayer0 W in conjugate gradient.",
                Nets.mlp(Nets.common(new Sgd(.1)).l2(.1)), 2);
        assertMessage(start + "The engine does not support gradient normalisation of layer DenseLayer0 in conjugate gradient.",
                Nets.mlp(Nets.common(new Sgd(.1)).gradientNormalization(GradientNormalization.ClipL2PerLayer)), 2);
        assertMessage("The number of iterations a step must be at least 1, not 0.", Nets.mlp(new Sgd(.1)), 0);
        System.setProperty(OneDnn.SWITCH, "off");
        assertMessage(start + "oneDNN is switched off (-Dhomework.onednn=off).", Nets.mlp(new Sgd(.1)), 2);
    }

    private static void assertMessage(String message, MultiLayerNetwork network, int iterations) {
        assertEquals(message,
                assertThrows(IllegalArgumentException.class, () -> Engine.ofConjugateGradient(network, 1, 1, 1, iterations)).getMessage());
    }
}
