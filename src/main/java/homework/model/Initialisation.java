package homework.model;

import java.util.Random;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.deeplearning4j.nn.weights.WeightInitRelu;
import org.deeplearning4j.nn.weights.WeightInitUniform;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How the weights and biases of convolution and dense layers start. fan_in is the number of inputs of one output (channels · kernel² or the
 * inputs of a dense layer), fan_out the number of outputs that one input reaches.
 *
 * <p>Values are drawn here and not by DL4J, which has no random biases: from {@code java.util.Random}, layer by layer, weights first, so
 * that one seed gives the same network on every machine and with any number of threads. Batch normalisation starts with γ = 1, β = 0.
 */
public final class Initialisation {

    /** One weight; "scale" is a half-width or a standard deviation. */
    private interface Draw {
        double next(Random random, double scale);
    }

    private interface Scale {
        double of(double fanIn, double fanOut);
    }

    private static final Draw UNIFORM = (random, scale) -> scale * (2 * random.nextDouble() - 1);
    private static final Draw NORMAL = (random, scale) -> scale * random.nextGaussian();

    private final String name;
    private final Draw draw;
    private final Scale scale;
    private final boolean biases;
    private final IWeightInit nearest;

    private Initialisation(String name, Draw draw, Scale scale, boolean biases, IWeightInit nearest) {
        this.name = name;
        this.draw = draw;
        this.scale = scale;
        this.biases = biases;
        this.nearest = nearest;
    }

    /** Torch's and PyTorch's default: weights and biases from U(±1/√fan_in), variance 1/(3 fan_in). */
    public static Initialisation torch() {
        return new Initialisation("Torch: U(±1/√fan_in)", UNIFORM, (in, out) -> 1 / Math.sqrt(in), true, new WeightInitUniform());
    }

    /** Glorot and Bengio (2010): weights from N(0, 2/(fan_in + fan_out)), biases 0. */
    public static Initialisation xavier() {
        return new Initialisation("Xavier: N(0, 2/(fan_in + fan_out))", NORMAL, (in, out) -> Math.sqrt(2 / (in + out)), false,
                new WeightInitXavier());
    }

    /** He and others (2015), for ReLU: weights from N(0, 2/fan_in), biases 0. */
    public static Initialisation he() {
        return new Initialisation("He: N(0, 2/fan_in)", NORMAL, (in, out) -> Math.sqrt(2 / in), false, new WeightInitRelu());
    }

    /** Weights from N(0, sd²), biases 0. */
    public static Initialisation normal(double sd) {
        if (!(sd > 0) || Double.isInfinite(sd)) {
            throw new IllegalArgumentException("The standard deviation must be above 0, not " + sd + ": with equal weights "
                    + "all units of a layer stay equal.");
        }
        return new Initialisation("N(0, " + sd + "²)", NORMAL, (in, out) -> sd, false,
                new WeightInitDistribution(new NormalDistribution(0, sd)));
    }

    /** DL4J's own form of it for the weights: what a network made anew from the saved configuration alone starts with. */
    IWeightInit nearest() {
        return nearest;
    }

    /** Draws every weight and bias of an initialised network anew. */
    public void apply(MultiLayerNetwork network, long seed) {
        // Neighbouring seeds of java.util.Random begin with nearly equal numbers; SplittableRandom mixes them.
        Random random = new Random(new SplittableRandom(seed).nextLong());
        for (Layer layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof FeedForwardLayer configuration && layer.paramTable().containsKey("W")) {
                int[] kernel = configuration instanceof ConvolutionLayer convolution ? convolution.getKernelSize() : new int[] {1, 1};
                double area = kernel[0] * kernel[1];
                double scaleHere = scale.of(configuration.getNIn() * area, configuration.getNOut() * area);
                fill(layer.getParam("W"), random, scaleHere);
                if (biases) {
                    fill(layer.getParam("b"), random, scaleHere);
                } else {
                    layer.getParam("b").assign(0);
                }
            }
        }
    }

    private void fill(INDArray parameter, Random random, double scaleHere) {
        double[] values = new double[(int) parameter.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = draw.next(random, scaleHere);
        }
        parameter.assign(Nd4j.createFromArray(values).reshape('c', parameter.shape()));
    }

    @Override
    public String toString() {
        return name;
    }
}
