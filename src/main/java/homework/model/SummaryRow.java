package homework.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/**
 * One layer in a {@link Summary}.
 *
 * @param layer its name
 * @param what what it does, with its activation
 * @param output shape of its output for one example, such as "64x28x28"
 * @param parameters parameters that have a gradient
 * @param runningStatistics running means and variances of batch normalisation
 * @param multiplyAdds products with the weights of convolution and dense layers in the forward pass of one example
 */
public record SummaryRow(String layer, String what, String output, long parameters, long runningStatistics, long multiplyAdds) {

    static SummaryRow of(org.deeplearning4j.nn.api.Layer layer, InputType output) {
        Layer configuration = layer.conf().getLayer();
        long statistics = layer.paramTable().entrySet().stream().filter(entry -> entry.getKey().equals("mean") || entry.getKey().equals("var"))
                .mapToLong(entry -> entry.getValue().length()).sum();
        // Each weight of a convolution is used at every place of the output, one of a dense layer once.
        long weights = layer.paramTable().containsKey("W") ? layer.getParam("W").length() : 0;
        long places = output instanceof InputTypeConvolutional maps ? maps.getHeight() * maps.getWidth() : 1;
        return new SummaryRow(configuration.getLayerName(), what(configuration), Summary.shape(output), layer.numParams() - statistics,
                statistics, weights * places);
    }

    private static String what(Layer layer) {
        return Stream.of(kind(layer), activation(layer), loss(layer)).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String kind(Layer layer) {
        if (layer instanceof ConvolutionLayer convolution) {
            int padding = convolution.getPadding()[0];
            return "convolution " + size(convolution.getKernelSize()) + (padding == 0 ? "" : ", padding " + padding);
        } else if (layer instanceof SubsamplingLayer pooling) {
            return (pooling.getPoolingType() == PoolingType.AVG ? "average" : pooling.getPoolingType().name().toLowerCase(Locale.ROOT))
                    + " pooling " + size(pooling.getKernelSize()) + ", stride " + pooling.getStride()[0]
                    + (pooling.getPadding()[0] == 0 ? "" : ", padding " + pooling.getPadding()[0]);
        } else if (layer instanceof L2Pooling pooling) {
            return Pooling.l2(pooling.getKernel(), pooling.getStride()).toString();
        } else if (layer instanceof SubtractiveNormalization normalization) {
            return "subtractive normalisation " + normalization.getSize() + "x" + normalization.getSize();
        } else if (layer instanceof BatchNormalization) {
            return "batch normalisation";
        } else if (layer instanceof DropoutLayer dropout) {
            return dropout(dropout.getIDropout());
        } else if (layer instanceof ActivationLayer || layer instanceof LossLayer) {
            return "";
        }
        return layer instanceof DenseLayer || layer instanceof BaseOutputLayer ? "dense" : layer.getClass().getSimpleName();
    }

    private static String dropout(IDropout dropout) {
        if (dropout instanceof Dropout units) {
            return "dropout of " + percent(1 - units.getP());
        } else if (dropout instanceof SpatialDropout channels) {
            return "dropout of whole channels, " + percent(1 - channels.getP());
        }
        return dropout.getClass().getSimpleName();
    }

    private static String activation(Layer layer) {
        if (layer instanceof ActivationLayer alone) {
            return alone.getActivationFn().toString();
        }
        // DL4J gives these two an activation as well, which they do not use.
        boolean has = layer instanceof BaseLayer base && !(layer instanceof BatchNormalization || layer instanceof DropoutLayer)
                && !(base.getActivationFn() instanceof ActivationIdentity);
        return has ? ((BaseLayer) layer).getActivationFn().toString() : "";
    }

    private static String loss(Layer layer) {
        if (layer instanceof LossLayer alone) {
            return Loss.name(alone.getLossFn());
        }
        return layer instanceof BaseOutputLayer output ? Loss.name(output.getLossFn()) : "";
    }

    private static String size(int[] window) {
        return window[0] + "x" + window[1];
    }

    private static String percent(double share) {
        return new BigDecimal(100 * share).round(new MathContext(3)).stripTrailingZeros().toPlainString() + " %";
    }
}
