package homework.model;

import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/**
 * The baseline of {@code nyu-2017}: two convolution layers of 10 and 20 filters 5×5 with max pooling 2×2 and ReLU, channel dropout 0.5
 * after the second, dense layers of 50 and 10, dropout 0.5 between them, negative log-likelihood. Images 1×28×28; 21,840 parameters; batch
 * 64, learning rate .01 with plain momentum .5; Torch's initialisation.
 *
 * <p>The report pools first and applies ReLU, and for the second layer channel dropout, around it. All three commute, since ReLU is
 * increasing and dropout scales a whole channel by a number ≥ 0; here ReLU sits inside the convolution and dropout is last, on the fewest
 * values.
 */
public final class Nyu2017Baseline extends NetworkBuilder<Nyu2017Baseline> {
    private boolean reluOnLogits = true;
    private double droppedChannels = .5;
    private double dropped = .5;

    /** The published model, with its ReLU on the logits. */
    public Nyu2017Baseline() {
        super(new Momentum(.01, .5), Initialisation.torch());
    }

    /**
     * Without the starter's quirk, a ReLU on the logits: a class whose logit is negative has gradient 0, and no probability can fall below
     * that of a logit of 0.
     */
    public Nyu2017Baseline withoutReluOnLogits() {
        return with(copy -> copy.reluOnLogits = false);
    }

    /**
     * Other dropout; 0 leaves it out.
     *
     * @param channels probability to <em>drop</em> a whole channel after the second convolution
     * @param units probability to <em>drop</em> a unit of the first dense layer
     */
    public Nyu2017Baseline dropOut(double channels, double units) {
        return with(copy -> {
            copy.droppedChannels = Check.dropped(channels);
            copy.dropped = Check.dropped(units);
        });
    }

    @Override
    LayerStack layers() {
        Pooling pooling = Pooling.max(2, 2);
        LayerStack stack = LayerStack.onImages(1, 28, 28).convolution("conv1", 10, 5, 0, Activation.RELU).pooling("pool1", pooling)
                .convolution("conv2", 20, 5, 0, Activation.RELU).pooling("pool2", pooling);
        if (droppedChannels > 0) {
            stack.dropOut("drop2", new SpatialDropout(1 - droppedChannels));
        }
        stack.dense("fc1", 50, new ActivationReLU()).dropOut("dropfc1", dropped);
        Loss loss = Loss.NEGATIVE_LOG_LIKELIHOOD;
        if (!reluOnLogits) {
            return stack.output("output", 10, loss);
        }
        // DL4J's output layer has one activation, and that is softmax: so the ReLU needs a dense layer of its own.
        LossLayer output = new LossLayer.Builder(loss.function()).activation(loss.activation()).build();
        // Its builder refuses a size, and without one DL4J says that it has no outputs.
        output.setNIn(10);
        output.setNOut(10);
        return stack.dense("fc2", 10, new ActivationReLU()).add("output", output);
    }
}
