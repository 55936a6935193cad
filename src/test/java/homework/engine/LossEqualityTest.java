package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import homework.model.MultiMarginLoss;
import homework.model.SignedSquaredLoss;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;

/** Each loss in an output layer, and in a loss layer behind a dense one. */
class LossEqualityTest {
    static Stream<Arguments> losses() {
        return Stream.of(Arguments.of(new LossNegativeLogLikelihood(), Activation.SOFTMAX), Arguments.of(new LossMCXENT(), Activation.SOFTMAX),
                Arguments.of(new MultiMarginLoss(), Activation.IDENTITY), Arguments.of(new SignedSquaredLoss(), Activation.TANH));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void inAnOutputLayer(ILossFunction loss, Activation activation) {
        Equality.check(network(new OutputLayer.Builder(loss).nOut(Nets.CLASSES).activation(activation).build()), Samples.of(12, 8), 6);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void inALossLayer(ILossFunction loss, Activation activation) {
        Equality.check(network(Nets.dense(Nets.CLASSES, Activation.LEAKYRELU), lossLayer(loss, activation)), Samples.of(12, 8), 6);
    }

    /** DL4J's score is the mean loss, too. */
    @ParameterizedTest
    @MethodSource("losses")
    void valueAndCorrectExamples(ILossFunction loss, Activation activation) {
        MultiLayerNetwork network = network(new OutputLayer.Builder(loss).nOut(Nets.CLASSES).activation(activation).build());
        Samples samples = Samples.of(70, 8);
        double score = network.score(samples.all());
        int correct = 0;
        for (int i = 0; i < samples.size(); i++) {
            correct += network.output(samples.images()).argMax(1).getInt(i) == samples.labels()[i] ? 1 : 0;
        }
        try (Engine engine = Equality.engine(network, 70)) {
            Pass evaluated = engine.evaluate(samples.images(), samples.labels());
            assertEquals(score, evaluated.loss(), 1e-5 * score);
            assertEquals(correct, evaluated.correct());
            assertEquals(70, evaluated.examples());
            assertEquals(0, evaluated.steps());
            // The loss of a step is that before the step.
            Pass trained = engine.train(samples.images(), samples.labels(), samples.order(1, 70));
            assertEquals(score, trained.loss(), 1e-5 * score);
            assertEquals(correct, trained.correct());
            assertEquals(70, trained.examples());
            assertEquals(1, trained.steps());
        }
    }

    private static LossLayer lossLayer(ILossFunction loss, Activation activation) {
        LossLayer layer = new LossLayer.Builder(loss).activation(activation).build();
        layer.setNIn(Nets.CLASSES);
        layer.setNOut(Nets.CLASSES);
        return layer;
    }

    private static MultiLayerNetwork network(Layer... layers) {
        return Nets.of(Nets.common(new Sgd(.05)), InputType.feedForward(8), layers);
    }
}
