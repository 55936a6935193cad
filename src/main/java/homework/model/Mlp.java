package homework.model;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A multi-layer perceptron on rows [n, inputs]: linear layers with leaky ReLU between them, softmax and negative log-likelihood.
 *
 * <p>As in {@code uva-2019}: 3072 inputs (CIFAR-10), one hidden layer of 100, 10 classes, slope .02, weights from N(0, sd 1e-4), biases 0,
 * SGD 2e-3 (batch 200): 308,310 parameters. Its tuned network:
 *
 * <pre>{@code new Mlp().hidden(1000, 500, 200, 50).batchNorm().dropOut(p).updater(new Adam(1e-3)).initialisation(Initialisation.torch())}</pre>
 */
public final class Mlp extends NetworkBuilder<Mlp> {
    private int inputs = 3072;
    private int[] hidden = {100};
    private int classes = 10;
    private double slope = .02;
    private double dropped;
    private boolean batchNorm;

    /** The published model. */
    public Mlp() {
        super(new Sgd(2e-3), Initialisation.normal(1e-4));
    }

    /** Features of one example; 3072 unless told. */
    public Mlp inputs(int number) {
        return with(copy -> copy.inputs = Check.positive(number, "The number of inputs"));
    }

    /** Units of each hidden layer, one number a layer; 100 unless told, none for softmax regression. */
    public Mlp hidden(int... units) {
        int[] checked = Check.positive(units, "The number of units");
        return with(copy -> copy.hidden = checked);
    }

    /** Classes; 10 unless told. */
    public Mlp classes(int number) {
        return with(copy -> copy.classes = Check.positive(number, "The number of classes"));
    }

    /** Slope of the leaky ReLU for negative values; .02 unless told, 0 for ReLU. */
    public Mlp slope(double value) {
        return with(copy -> copy.slope = Check.notNegative(value, "The slope"));
    }

    /** Dropout before each linear layer, the first included, with the probability to <em>drop</em> a value; 0 unless told. */
    public Mlp dropOut(double probability) {
        return with(copy -> copy.dropped = Check.dropped(probability));
    }

    /**
     * Batch normalisation before each linear layer (and before its dropout, which would otherwise change the variances that are measured):
     * ε 1e-5, running statistics with decay .9.
     */
    public Mlp batchNorm() {
        return with(copy -> copy.batchNorm = true);
    }

    @Override
    LayerStack layers() {
        LayerStack stack = LayerStack.onFeatures(inputs);
        IActivation leaky = new ActivationLReLU(slope);
        for (int i = 0; i < hidden.length; i++) {
            beforeLinear(stack, i + 1).dense("fc" + (i + 1), hidden[i], leaky);
        }
        return beforeLinear(stack, hidden.length + 1).output("output", classes, Loss.NEGATIVE_LOG_LIKELIHOOD);
    }

    private LayerStack beforeLinear(LayerStack stack, int layer) {
        if (batchNorm) {
            stack.batchNorm("norm" + layer, 1e-5, .9);
        }
        return stack.dropOut("drop" + layer, dropped);
    }
}
