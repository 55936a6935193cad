package homework.model;

import java.util.Objects;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * What every model of this package can be told: the updater, weight decay, gradient clipping, the initialisation, the precision. A builder
 * is immutable: each method returns a changed copy, so variants of one experiment may share a beginning.
 *
 * @param <B> the builder itself
 */
public abstract class NetworkBuilder<B extends NetworkBuilder<B>> implements Cloneable {
    private IUpdater updater;
    private Initialisation initialisation;
    private double l2;
    private OptimizationAlgorithm algorithm = OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT;
    private GradientNormalization clipping = GradientNormalization.None;
    private double clippedAt = 1;
    private DataType precision = DataType.FLOAT;

    NetworkBuilder(IUpdater updater, Initialisation initialisation) {
        this.updater = updater;
        this.initialisation = initialisation;
    }

    /** Plain gradient descent with this learning rate; the gradient is the mean over the minibatch. */
    public final B learningRate(double rate) {
        return updater(new Sgd(Check.notNegative(rate, "The learning rate")));
    }

    /**
     * Plain gradient descent with a learning rate that follows a schedule, such as those of {@code LearningRates}. Other updaters take one
     * themselves: {@code updater(new Adam(schedule))}.
     */
    public final B learningRate(ISchedule schedule) {
        return updater(new Sgd(Objects.requireNonNull(schedule, "A schedule of the learning rate is expected, not null.")));
    }

    /** Any updater of DL4J, or {@link Momentum}. */
    public final B updater(IUpdater value) {
        return with(copy -> ((NetworkBuilder<?>) copy).updater = Objects.requireNonNull(value));
    }

    /** How weights and biases start. */
    public final B initialisation(Initialisation value) {
        return with(copy -> ((NetworkBuilder<?>) copy).initialisation = Objects.requireNonNull(value));
    }

    /** Adds coefficient/2 · Σ w² over all weights, without the biases, to the loss; 0 for none. */
    public final B l2(double coefficient) {
        return with(copy -> ((NetworkBuilder<?>) copy).l2 = Check.notNegative(coefficient, "The L2 coefficient"));
    }

    /**
     * Every entry of the gradient is brought into −limit to limit: the mean over the minibatch, before weight decay and the updater see it.
     * Batch normalisation's scale and shift are not clipped, because DL4J would clip the steps of its running statistics with them.
     */
    public final B clipValues(double limit) {
        return clip(GradientNormalization.ClipElementWiseAbsoluteValue, limit);
    }

    /**
     * The gradient of a layer, weights and biases together, is shortened to this length (2-norm) where it is longer; it keeps its direction.
     * In other respects as {@link #clipValues}, which it replaces.
     */
    public final B clipNorm(double limit) {
        return clip(GradientNormalization.ClipL2PerLayer, limit);
    }

    private B clip(GradientNormalization kind, double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("Gradients are clipped at a limit above 0, not " + limit + ".");
        }
        return with(copy -> {
            ((NetworkBuilder<?>) copy).clipping = kind;
            ((NetworkBuilder<?>) copy).clippedAt = limit;
        });
    }

    /** DL4J's conjugate gradient or L-BFGS instead of stochastic gradient descent ({@code kit-lab1} figure 4). */
    public final B algorithm(OptimizationAlgorithm value) {
        return with(copy -> ((NetworkBuilder<?>) copy).algorithm = Objects.requireNonNull(value));
    }

    /** Parameters and activations in double instead of float, as gradient checks need them. */
    public final B doublePrecision() {
        return with(copy -> ((NetworkBuilder<?>) copy).precision = DataType.DOUBLE);
    }

    /**
     * An initialised network whose start is determined by the seed. It also seeds ND4J's generator of this thread, from which DL4J draws
     * its dropout.
     *
     * @throws IllegalArgumentException if the layers do not fit together; it names the layer and the sizes
     */
    public final MultiLayerNetwork build(long seed) {
        NeuralNetConfiguration.Builder common = new NeuralNetConfiguration.Builder().seed(seed).dataType(precision).updater(updater)
                .optimizationAlgo(algorithm).weightInit(initialisation.nearest()).activation(Activation.IDENTITY)
                .gradientNormalization(clipping).gradientNormalizationThreshold(clippedAt);
        if (l2 > 0) {
            common.l2(l2);
        }
        MultiLayerNetwork network = new MultiLayerNetwork(layers().configuration(common));
        network.init();
        initialisation.apply(network, seed);
        return network;
    }

    /** Shape of one example: channels, height, width of an image, or the number of features. DL4J's networks do not keep it. */
    public final long[] inputShape() {
        return layers().inputShape();
    }

    /** Layers, shapes, parameters and multiply-adds of the network that this builds; it is built for that, with seed 0. */
    public final Summary summary() {
        return Summary.of(build(0), inputShape());
    }

    abstract LayerStack layers();

    /** What every builder can be told, in one line. */
    final String settings() {
        return initialisation + "; " + updater + "; l2 " + l2 + "; " + algorithm + "; clipping " + clipping
                + (clipping == GradientNormalization.None ? "" : " at " + clippedAt) + "; " + precision;
    }

    /** This builder changed; it stays as it was. */
    final B with(Consumer<B> change) {
        try {
            @SuppressWarnings("unchecked")
            B copy = (B) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
