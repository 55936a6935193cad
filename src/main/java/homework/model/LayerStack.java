package homework.model;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.Activation;

/** The layers of a network, one after the other, each with a name; it watches that the windows fit into the maps. */
final class LayerStack {
    private final InputType input;
    private final List<Layer> layers = new ArrayList<>();
    private final List<String> sizes = new ArrayList<>();
    private InputTypeConvolutional maps;

    /** On images [n, channels, height, width]. */
    static LayerStack onImages(int channels, int height, int width) {
        return new LayerStack(InputType.convolutional(height, width, channels));
    }

    /** On rows [n, features]. */
    static LayerStack onFeatures(int features) {
        return new LayerStack(InputType.feedForward(features));
    }

    private LayerStack(InputType input) {
        this.input = input;
        if (input instanceof InputTypeConvolutional images) {
            maps = images;
            sizes.add("input " + size(images));
        }
    }

    /** Stride 1, size × size, zeros around. */
    LayerStack convolution(String name, int filters, int size, int padding, Activation activation) {
        Layer layer = new ConvolutionLayer.Builder(size, size).stride(1, 1).padding(padding, padding).nOut(filters)
                .convolutionMode(ConvolutionMode.Truncate).activation(activation).build();
        return onMaps(name, layer, "convolution " + size + "x" + size + (padding == 0 ? "" : ", padding " + padding), size, padding);
    }

    LayerStack pooling(String name, Pooling pooling) {
        return onMaps(name, pooling.layer(), pooling.toString(), pooling.size(), pooling.padding());
    }

    LayerStack batchNorm(String name, double eps, double decay) {
        // With useLogStd DL4J would keep log10 of the running standard deviation instead of the variance.
        // And gradient clipping would hold back its running statistics, which it moves as if by a gradient.
        return add(name, new BatchNormalization.Builder().eps(eps).decay(decay).useLogStd(false)
                .gradientNormalization(GradientNormalization.None).build());
    }

    LayerStack activation(String name, Activation activation) {
        return add(name, new ActivationLayer.Builder().activation(activation).build());
    }

    LayerStack dense(String name, int units, IActivation activation) {
        return add(name, new DenseLayer.Builder().nOut(units).activation(activation).build());
    }

    LayerStack output(String name, int classes, Loss loss) {
        return add(name, new OutputLayer.Builder(loss.function()).nOut(classes).activation(loss.activation()).build());
    }

    /** No layer at all where the probability to drop is 0. */
    LayerStack dropOut(String name, double probability) {
        // DL4J takes the probability to keep.
        return probability == 0 ? this : add(name, new DropoutLayer.Builder(1 - probability).build());
    }

    LayerStack dropOut(String name, IDropout dropout) {
        return add(name, new DropoutLayer.Builder(dropout).build());
    }

    LayerStack add(String name, Layer layer) {
        layer.setLayerName(name);
        layers.add(layer);
        return this;
    }

    private LayerStack onMaps(String name, Layer layer, String what, int window, int padding) {
        if (Math.min(maps.getHeight(), maps.getWidth()) + 2 * padding < window) {
            throw new IllegalArgumentException("Layer " + name + " (" + what + ") does not fit: the maps before it are only " + size(maps)
                    + ". Sizes: " + String.join(", ", sizes) + ". Pad the convolutions (a padding of (size − 1)/2 keeps the maps' size), "
                    + "or use smaller filters or windows, or fewer layers.");
        }
        add(name, layer);
        maps = (InputTypeConvolutional) layer.getOutputType(layers.size() - 1, maps);
        sizes.add(name + " " + size(maps));
        return this;
    }

    private static String size(InputTypeConvolutional maps) {
        return maps.getHeight() + "x" + maps.getWidth();
    }

    /** Without the number of examples. */
    long[] inputShape() {
        return input.getShape(false);
    }

    MultiLayerConfiguration configuration(NeuralNetConfiguration.Builder common) {
        NeuralNetConfiguration.ListBuilder list = common.list();
        layers.forEach(list::layer);
        return list.setInputType(input).build();
    }
}
