package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;

/** How the examples are taken from the order. */
class MinibatchesTest {
    private static final Samples ROWS = Samples.of(30, 8);

    /** 20 examples in batches of 8: the last step takes 4, and its gradient is the mean over 4. */
    @ParameterizedTest
    @CsvSource({"8", "1", "20", "33"})
    void theLastOneMayBeSmaller(int batchSize) {
        againstDl4j(batchSize, ROWS.order(1, 20));
    }

    @Test
    void examplesMayRepeatAndBeLeftOut() {
        againstDl4j(4, new int[] {29, 3, 3, 17, 3, 0, 29, 29, 12});
    }

    @Test
    void theOrderMatters() {
        MultiLayerNetwork network = Nets.mlp(new Nesterovs(.1, .9));
        MultiLayerNetwork other = network.clone();
        train(network, 4, new int[] {0, 1, 2, 3, 4, 5, 6, 7});
        train(other, 4, new int[] {4, 5, 6, 7, 0, 1, 2, 3});
        assertEquals(false, Arrays.equals(network.params().toFloatVector(), other.params().toFloatVector()));
    }

    @Test
    void twoCallsAreOne() {
        MultiLayerNetwork once = Nets.convnet(new Adam(.01));
        MultiLayerNetwork twice = once.clone();
        Samples samples = Samples.of(24, 3, 8, 8);
        try (Engine first = Equality.engine(once, 6); Engine second = Equality.engine(twice, 6)) {
            int[] order = samples.order(20, 6);
            Pass whole = first.train(samples.images(), samples.labels(), order);
            Pass begin = second.train(samples.images(), samples.labels(), Arrays.copyOf(order, 42));
            Pass end = second.train(samples.images(), samples.labels(), Arrays.copyOfRange(order, 42, 120));
            assertEquals(whole.steps(), begin.steps() + end.steps());
            assertEquals(whole.correct(), begin.correct() + end.correct());
            assertEquals(whole.loss(), (42 * begin.loss() + 78 * end.loss()) / 120, 1e-12);
        }
        Identical.check(once, twice);
    }

    @Test
    void noExamplesNoStep() {
        MultiLayerNetwork network = Nets.mlp(new Adam(.01));
        MultiLayerNetwork before = network.clone();
        assertEquals(new Pass(0, 0, 0, 0), train(network, 4, new int[0]));
        Identical.check(before, network);
    }

    private static Pass train(MultiLayerNetwork network, int batchSize, int[] order) {
        try (Engine engine = Equality.engine(network, batchSize)) {
            return engine.train(ROWS.images(), ROWS.labels(), order);
        }
    }

    private static void againstDl4j(int batchSize, int[] order) {
        MultiLayerNetwork network = Nets.mlp(new Adam(.01));
        MultiLayerNetwork copy = network.clone();
        Distance distance = new Distance(network.clone());
        Dl4j.train(copy, ROWS, order, batchSize);
        Pass pass = train(network, batchSize, order);
        assertEquals(order.length, pass.examples());
        assertEquals((order.length + batchSize - 1) / batchSize, pass.steps());
        distance.check(copy, network, pass.steps(), Distance.FIFTY_STEPS);
    }

}
