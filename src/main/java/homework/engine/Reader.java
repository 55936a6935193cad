package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import homework.model.L2Pooling;
import homework.model.SubtractiveNormalization;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.IActivation;

/** Reads the layers of a network's configuration, in DL4J's words, and says them in the engine's. */
final class Reader {
    private final Parameters parameters;
    private final Masks masks;
    private final List<Blueprint> layers = new ArrayList<>();

    Reader(Parameters parameters, Masks masks) {
        this.parameters = parameters;
        this.masks = masks;
    }

    List<Blueprint> layers() {
        return layers;
    }

    /** @throws UnsupportedNetwork with the layer's name if the engine cannot do what DL4J would */
    void read(int index, Layer layer) {
        String name = layer.getLayerName();
        if (layer instanceof BaseLayer base) {
            Support.check(base);
        }
        Class<?> type = layer.getClass();
        // DL4J sets a dropout that was given for the whole network on all layers, but only these apply it to their input.
        boolean drops = type == ConvolutionLayer.class || type == DenseLayer.class || type == OutputLayer.class || type == DropoutLayer.class;
        if (drops && layer.getIDropout() != null) {
            dropout(type == DropoutLayer.class ? name : name + " dropout", layer.getIDropout());
        }
        if (type == ConvolutionLayer.class) {
            convolution(index, (ConvolutionLayer) layer);
        } else if (type == SubsamplingLayer.class) {
            pooling((SubsamplingLayer) layer);
        } else if (layer instanceof L2Pooling pooling) {
            Window window = new Window(pooling.getKernel(), pooling.getKernel(), pooling.getStride(), pooling.getStride(), 0, 0);
            layers.add(new Blueprint(name, false, (build, input) -> new L2PoolingStage(build, name, input, window)));
        } else if (layer instanceof SubtractiveNormalization normalization) {
            layers.add(new Blueprint(name, false, (build, input) -> new NormalizationStage(build, name, input, normalization.getSize())));
        } else if (type == BatchNormalization.class) {
            batchNorm(index, (BatchNormalization) layer);
        } else if (type == ActivationLayer.class) {
            activation(name, ((ActivationLayer) layer).getActivationFn());
        } else if (type == DenseLayer.class) {
            DenseLayer dense = (DenseLayer) layer;
            Support.require(dense.hasBias() && !dense.hasLayerNorm(), "layer " + name + " without bias or with layer normalisation");
            dense(index, name, Elementwise.of(dense.getActivationFn(), name));
        } else if (type == OutputLayer.class) {
            Support.require(((OutputLayer) layer).hasBias(), "layer " + name + " without bias");
            dense(index, name, null);
        } else if (type != DropoutLayer.class && type != LossLayer.class) {
            throw new UnsupportedNetwork("layer " + name + " (" + type.getSimpleName() + ")");
        }
    }

    private void convolution(int index, ConvolutionLayer layer) {
        String name = layer.getLayerName();
        Support.require(layer.hasBias(), "layer " + name + " without bias");
        Support.require(layer.getDilation()[0] == 1 && layer.getDilation()[1] == 1, "dilation of layer " + name);
        Support.require(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, "channels-last images of layer " + name);
        Window window = window(name, layer.getConvolutionMode(), layer.getKernelSize(), layer.getStride(), layer.getPadding());
        Elementwise activation = Elementwise.of(layer.getActivationFn(), name);
        Parameter weights = parameters.get(index, "W");
        Parameter bias = parameters.get(index, "b");
        layers.add(new Blueprint(name, true, (build, input) -> new ConvolutionStage(build, name, input, weights, bias, window, activation)));
    }

    private void pooling(SubsamplingLayer layer) {
        String name = layer.getLayerName();
        Support.require(layer.getDilation()[0] == 1 && layer.getDilation()[1] == 1, "dilation of layer " + name);
        Support.require(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, "channels-last images of layer " + name);
        boolean max = layer.getPoolingType() == PoolingType.MAX;
        Support.require(max || layer.getPoolingType() == PoolingType.AVG, layer.getPoolingType() + " pooling of layer " + name);
        int average = layer.isAvgPoolIncludePadInDivisor() ? dnnl_pooling_avg_include_padding : dnnl_pooling_avg_exclude_padding;
        Window window = window(name, layer.getConvolutionMode(), layer.getKernelSize(), layer.getStride(), layer.getPadding());
        layers.add(new Blueprint(name, false,
                (build, input) -> new PoolingStage(build, name, input, max ? dnnl_pooling_max : average, window)));
    }

    private static Window window(String name, ConvolutionMode mode, int[] kernel, int[] stride, int[] padding) {
        if (mode == ConvolutionMode.Truncate || mode == ConvolutionMode.Strict) {
            return Window.of(kernel, stride, padding);
        }
        boolean even = mode == ConvolutionMode.Same && stride[0] == 1 && stride[1] == 1 && kernel[0] % 2 == 1 && kernel[1] % 2 == 1;
        Support.require(even, "convolution mode " + mode + " of layer " + name);
        return Window.of(kernel, stride, new int[] {kernel[0] / 2, kernel[1] / 2});
    }

    private void batchNorm(int index, BatchNormalization layer) {
        String name = layer.getLayerName();
        Support.require(!layer.isLockGammaBeta(), "locked gamma and beta of layer " + name);
        Support.require(!layer.isUseLogStd(), "running standard deviations kept as logarithms in layer " + name
                + " (build it with useLogStd(false))");
        BatchNormArrays arrays = new BatchNormArrays(parameters.get(index, "gamma"), parameters.get(index, "beta"),
                parameters.get(index, "mean"), parameters.get(index, "var"));
        layers.add(new Blueprint(name, true,
                (build, input) -> new BatchNormStage(build, name, input, arrays, layer.getEps(), layer.getDecay())));
    }

    private void activation(String name, IActivation function) {
        Elementwise elementwise = Elementwise.of(function, name);
        if (elementwise != null) {
            layers.add(new Blueprint(name, false, (build, input) -> new ActivationStage(build, name, input, elementwise)));
        }
    }

    private void dense(int index, String name, Elementwise activation) {
        Parameter weights = parameters.get(index, "W");
        Parameter bias = parameters.get(index, "b");
        layers.add(new Blueprint(name, true, (build, input) -> new DenseStage(build, name, input, weights, bias, activation)));
    }

    /** Only training plans have dropout. */
    private void dropout(String name, IDropout dropout) {
        boolean maps = dropout.getClass() == SpatialDropout.class;
        Support.require(maps || dropout.getClass() == Dropout.class, "dropout " + dropout + " of layer " + name);
        double keep = maps ? ((SpatialDropout) dropout).getP() : ((Dropout) dropout).getP();
        boolean scheduled = maps ? ((SpatialDropout) dropout).getPSchedule() != null : ((Dropout) dropout).getPSchedule() != null;
        Support.require(!scheduled, "dropout schedule of layer " + name);
        layers.add(new Blueprint(name, false,
                (build, input) -> build.isTraining() ? new DropoutStage(build, name, input, keep, maps, masks) : null));
    }
}
