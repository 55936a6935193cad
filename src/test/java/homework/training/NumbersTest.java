package homework.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.LabelledImages;
import homework.data.Minibatches;
import homework.engine.Engine;
import homework.engine.Pass;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** What a fit measures and what it makes of the network, beside the same done by hand on the engine. */
class NumbersTest {
    private static final double ROUNDING = 1e-12;
    private final LabelledImages train = Small.train();
    private final LabelledImages validation = Small.validation();

    @AfterEach
    void oneDnnIsOnAgain() {
        System.clearProperty("homework.onednn");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 90, 91, 1_000_000_000})
    void asByHand(int batchSize) {
        MultiLayerNetwork network = Small.convnet();
        History history = Fit.of(network, train, 5).validation(validation).batchSize(batchSize).epochs(3).threads(1).run();

        MultiLayerNetwork byHand = Small.convnet();
        Minibatches order = Minibatches.of(train, batchSize, 5);
        try (Engine engine = Engine.of(byHand, Math.min(batchSize, 90), 1, 5)) {
            for (Epoch epoch : history.epochs()) {
                Pass running = engine.train(train.images(), train.labels(), order.order(epoch.number() - 1));
                near(running, epoch.running());
                near(engine.evaluate(train.images(), train.labels()), epoch.train());
                near(engine.evaluate(validation.images(), validation.labels()), epoch.validation());
            }
        }
        byHand.getLayerWiseConfigurations().setEpochCount(3);
        Small.same(byHand, network);
        assertEquals(3, history.epochs().size());
        assertEquals((89 / batchSize + 1) * 3, network.getIterationCount());
        assertEquals(Ending.FINISHED, history.ending());
    }

    /** Far more than one piece, and not a whole number of pieces; more validation images than are scored at once, by one. */
    @Test
    void inSeveralPieces() {
        LabelledImages many = Small.images("many", 2001, 4);
        MultiLayerNetwork network = Small.withMomentum();
        Epoch epoch = Fit.of(network, many, 1).validation(many).batchSize(5).threads(1).run().epochs().get(0);
        MultiLayerNetwork byHand = Small.withMomentum();
        try (Engine engine = Engine.of(byHand, 5, 1, 1)) {
            near(engine.train(many.images(), many.labels(), Minibatches.of(many, 5, 1).order(0)), epoch.running());
            near(engine.evaluate(many.images(), many.labels()), epoch.train());
        }
        assertEquals(epoch.train(), epoch.validation());
        byHand.getLayerWiseConfigurations().setEpochCount(1);
        Small.same(byHand, network);
    }

    /** Epochs of 12 steps. */
    @ParameterizedTest
    @CsvSource({"1, 36", "7, 5", "12, 3", "30, 1", "36, 1", "37, 0", "2147483647, 0"})
    void pointsLieAtTheirSteps(int every, int expected) {
        LabelledImages probe = Small.images("probe", 10, 3);
        MultiLayerNetwork network = Small.convnet();
        History history = Fit.of(network, train, 5).batchSize(8).epochs(3).threads(1).every(every, probe).run();

        MultiLayerNetwork byHand = Small.convnet();
        int[] order = IntStream.range(0, 3).flatMap(epoch -> Arrays.stream(Minibatches.of(train, 8, 5).order(epoch))).toArray();
        try (Engine engine = Engine.of(byHand, 8, 1, 5)) {
            int done = 0;
            for (Point point : history.points()) {
                // The last step of an epoch has 2 images.
                int upTo = point.step() / 12 * 90 + point.step() % 12 * 8;
                near(trainAsEpochs(engine, order, done, upTo), point.running());
                near(engine.evaluate(probe.images(), probe.labels()), point.probe());
                assertEquals(upTo / 90.0, point.epochs(), ROUNDING);
                done = upTo;
            }
        }
        List<Integer> steps = IntStream.rangeClosed(1, expected).map(k -> k * every).boxed().toList();
        assertEquals(steps, history.points().stream().map(Point::step).toList());
        MultiLayerNetwork withoutPoints = Small.convnet();
        History without = Fit.of(withoutPoints, train, 5).batchSize(8).epochs(3).threads(1).run();
        Small.same(withoutPoints, network);
        assertEquals(List.of(), without.points());
        for (int i = 0; i < 3; i++) {
            near(without.epochs().get(i).running(), history.epochs().get(i).running());
        }
    }

    /** An epoch's last step is a short one, so no call may go beyond an epoch. */
    private Pass trainAsEpochs(Engine engine, int[] order, int from, int to) {
        Sum sum = Sum.NOTHING;
        int done = from;
        while (done < to) {
            int end = Math.min(to, (done / 90 + 1) * 90);
            sum = sum.plus(engine.train(train.images(), train.labels(), Arrays.copyOfRange(order, done, end)));
            done = end;
        }
        return sum.pass();
    }

    @Test
    void pointsWithoutAProbe() {
        List<Point> points = Fit.of(Small.convnet(), train, 5).batchSize(8).threads(1).every(6).run().points();
        assertEquals(List.of(6, 12), points.stream().map(Point::step).toList());
        assertEquals(0, points.get(0).probe().examples());
        assertEquals(48, points.get(0).running().examples());
        assertEquals(42, points.get(1).running().examples());
    }

    /** Because it is asked for, or because there is no oneDNN. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withDl4jTheSameHistory(boolean asked) {
        Supplier<MultiLayerNetwork> model = () -> Small.model().updater(new Adam(.01)).build(1);
        MultiLayerNetwork network = model.get();
        History expected = Small.fit(network).run();
        System.setProperty("homework.onednn", asked ? "on" : "off");
        MultiLayerNetwork other = model.get();
        History dl4j = (asked ? Small.fit(other).onDl4j() : Small.fit(other)).run();
        assertEquals(asked ? "DL4J was asked for." : "oneDNN is switched off (-Dhomework.onednn=off).", dl4j.notes().get(0));
        for (int i = 0; i < 5; i++) {
            near(expected.epochs().get(i).running(), dl4j.epochs().get(i).running(), 1e-4);
            near(expected.epochs().get(i).train(), dl4j.epochs().get(i).train(), 1e-4);
            near(expected.epochs().get(i).validation(), dl4j.epochs().get(i).validation(), 1e-4);
            assertEquals(expected.epochs().get(i).learningRate(), dl4j.epochs().get(i).learningRate());
        }
        for (int i = 0; i < expected.points().size(); i++) {
            near(expected.points().get(i).running(), dl4j.points().get(i).running(), 1e-4);
            near(expected.points().get(i).probe(), dl4j.points().get(i).probe(), 1e-4);
        }
        assertTrue(network.params().equalsWithEps(other.params(), 1e-3));
    }

    @Test
    void theSameAgainAndAnotherSeedAnother() {
        History expected = Small.fit(Small.convnet()).run();
        Small.same(expected, Small.fit(Small.convnet()).run());
        Fit other = Fit.of(Small.convnet(), train, 6).validation(validation).batchSize(8).epochs(5).threads(1);
        assertNotEquals(Small.epochs(expected), Small.epochs(other.run()));
    }

    /** The order may be the same for a set of one image: then only the masks differ. */
    @Test
    void theSeedIsThatOfTheMasks() {
        LabelledImages one = train.first(1);
        assertNotEquals(Fit.of(Small.convnet(), one, 1).run().epochs().get(0).train(), Fit.of(Small.convnet(), one, 2).run().epochs().get(0).train());
    }

    /** The first layer that has weights is not the first layer. */
    @Test
    void mlpsReadRows() {
        MultiLayerNetwork network = Small.mlp();
        History history = Fit.of(network, train, 5).validation(validation).batchSize(8).epochs(2).threads(1).run();
        MultiLayerNetwork byHand = Small.mlp();
        try (Engine engine = Engine.of(byHand, 8, 1, 5)) {
            INDArray rows = train.images().reshape(90, Small.SIDE * Small.SIDE);
            for (Epoch epoch : history.epochs()) {
                near(engine.train(rows, train.labels(), Minibatches.of(train, 8, 5).order(epoch.number() - 1)), epoch.running());
            }
            INDArray unseen = validation.images().reshape(40, Small.SIDE * Small.SIDE);
            near(engine.evaluate(unseen, validation.labels()), history.epochs().get(1).validation());
        }
        byHand.getLayerWiseConfigurations().setEpochCount(2);
        Small.same(byHand, network);
    }

    /** What reads both forms says nothing; the convolution behind it does. */
    @Test
    void convnetsReadMapsWhateverStandsInFront() {
        var layers = new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(.01)).activation(Activation.TANH).list()
                .layer(new DropoutLayer(.9)).layer(new BatchNormalization()).layer(new ConvolutionLayer.Builder(3, 3).nOut(2).build())
                .layer(new OutputLayer.Builder().nOut(Small.CLASSES).activation(Activation.SOFTMAX).build());
        MultiLayerNetwork network = new MultiLayerNetwork(layers.setInputType(InputType.convolutional(Small.SIDE, Small.SIDE, 1)).build());
        network.init();
        assertEquals(90, Fit.of(network, train, 1).run().epochs().get(0).train().examples());
    }

    @Test
    void whatWasNotAskedForIsNotThere() {
        Epoch epoch = Fit.of(Small.convnet(), train, 1).withoutTrainingScore().threads(1).run().epochs().get(0);
        assertEquals(90, epoch.running().examples());
        assertEquals(0, epoch.train().examples());
        assertEquals(0, epoch.validation().examples());
        assertTrue(Double.isNaN(epoch.validation().error()) && Double.isNaN(epoch.train().loss()));
    }

    /** Steps of the network before this training count for its schedules, not for the points. */
    @Test
    void aTrainedNetworkIsTrainedFurther() {
        MultiLayerNetwork network = Small.convnet();
        Small.fit(network).run();
        int before = network.getIterationCount();
        History history = Fit.of(network, train, 9).batchSize(8).threads(1).every(6).run();
        assertEquals(60, before);
        assertEquals(72, network.getIterationCount());
        assertEquals(List.of(6, 12), history.points().stream().map(Point::step).toList());
        assertEquals(1, history.epochs().get(0).number());
    }

    @Test
    void theLearningRateIsThatOfTheEpochsLastStep() {
        var byEpoch = new MapSchedule.Builder(ScheduleType.EPOCH).add(0, .1).add(1, .05).add(2, .01).build();
        var network = Small.model().updater(new Sgd(byEpoch)).build(1);
        assertEquals(List.of(.1, .05, .01), rates(Fit.of(network, train, 1).batchSize(8).epochs(3).run()));
        var byStep = new MapSchedule.Builder(ScheduleType.ITERATION).add(0, .1).add(11, .2).add(12, .3).add(24, .4).build();
        assertEquals(List.of(.2, .3), rates(Fit.of(Small.model().updater(new Sgd(byStep)).build(1), train, 1).batchSize(8).epochs(2).run()));
    }

    /** The network is trained with it, and not only told of it: in the second epoch nothing moves. */
    @Test
    void theEpochIsThatOfTheSchedule() {
        var onlyTheFirst = new MapSchedule.Builder(ScheduleType.EPOCH).add(0, .1).add(1, 0.).build();
        MultiLayerNetwork one = Small.model().updater(new Sgd(onlyTheFirst)).build(1);
        MultiLayerNetwork two = Small.model().updater(new Sgd(onlyTheFirst)).build(1);
        Fit.of(one, train, 1).batchSize(8).threads(1).run();
        Fit.of(two, train, 1).batchSize(8).epochs(2).threads(1).run();
        assertEquals(24, two.getIterationCount());
        assertEquals(one.params(), two.params());
    }

    private static List<Double> rates(History history) {
        return history.epochs().stream().map(Epoch::learningRate).toList();
    }

    @Test
    void itLearns() {
        MultiLayerNetwork network = Small.model().updater(new Adam(.01)).build(1);
        History history = Fit.of(network, Small.images("train", 600, 1), 1).validation(validation).epochs(4).batchSize(10).threads(1).run();
        assertTrue(history.epochs().get(0).running().error() > 40, history.toString());
        assertTrue(history.epochs().get(3).validation().error() < 25, history.toString());
    }

    private static void near(Pass expected, Pass actual) {
        near(expected, actual, ROUNDING);
    }

    private static void near(Pass expected, Pass actual, double tolerance) {
        assertEquals(expected.steps(), actual.steps());
        assertEquals(expected.examples(), actual.examples());
        assertEquals(expected.correct(), actual.correct());
        assertEquals(expected.loss(), actual.loss(), tolerance);
    }
}
