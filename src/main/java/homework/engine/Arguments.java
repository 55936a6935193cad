package homework.engine;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at what callers hand in, before anything is done with it. */
final class Arguments {
    private Arguments() {
    }

    static void network(MultiLayerNetwork network) {
        if (network == null || !network.isInitCalled()) {
            throw new IllegalArgumentException("An engine needs a network with parameters, but this one "
                    + (network == null ? "is null." : "has none yet: call network.init() first."));
        }
    }

    static void atLeastOne(int number, String what) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + number + ".");
        }
    }

    static void examples(INDArray images, int[] labels, int classes) {
        images(images);
        if (labels == null || labels.length != images.size(0)) {
            throw new IllegalArgumentException("There must be one label for each of the " + images.size(0) + " images, but there are "
                    + (labels == null ? "none (null)" : labels.length) + ".");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("Label " + i + " is " + labels[i] + ", but the network has " + classes
                        + " classes: labels are 0 to " + (classes - 1) + ".");
            }
        }
    }

    static void order(int[] order, int examples) {
        if (order == null) {
            throw new IllegalArgumentException("The order is null: give the places of the examples to train on, 0 to " + (examples - 1) + ".");
        }
        for (int place : order) {
            if (place < 0 || place >= examples) {
                throw new IllegalArgumentException("The order names example " + place + ", but there are only 0 to " + (examples - 1) + ".");
            }
        }
    }

    static void images(INDArray images) {
        if (images == null || images.rank() != 2 && images.rank() != 4 || images.isEmpty()) {
            throw new IllegalArgumentException("Images must be float [n, channels, height, width] or [n, features], not "
                    + (images == null ? "null" : Arrays.toString(images.shape())) + ".");
        }
    }

    /** Shape and number of channels or features must be what the first layer with weights reads. */
    static void fits(MultiLayerNetwork network, INDArray images) {
        for (int i = 0; i < network.getnLayers(); i++) {
            if (!(network.getLayer(i).conf().getLayer() instanceof FeedForwardLayer first) || network.getLayer(i).getParam("W") == null) {
                continue;
            }
            boolean maps = first instanceof ConvolutionLayer;
            InputPreProcessor before = network.getLayerWiseConfigurations().getInputPreProcess(i);
            boolean flattens = before instanceof CnnToFeedForwardPreProcessor;
            boolean channelsLast = maps && ((ConvolutionLayer) first).getCnn2dDataFormat() == CNN2DFormat.NHWC;
            if (before != null && !flattens || channelsLast) {
                // Only DL4J trains such a network, and it looks at the shape itself.
                return;
            }
            long given = maps ? images.size(1) : images.length() / images.size(0);
            // How large maps are behind a pooling layer is for that layer to say.
            if ((maps || flattens) != (images.rank() == 4) || given != first.getNIn() && (maps || i == 0)) {
                throw new IllegalArgumentException("The network reads " + (maps ? "images [n, " + first.getNIn() + ", height, width]"
                        : (flattens ? "images of " : "rows [n, features] of ") + first.getNIn() + " values") + ", but these are "
                        + Arrays.toString(images.shape()) + ".");
            }
            return;
        }
    }

    /** The same images as floats one after the other in plain order; a copy if they do not lie so. */
    static INDArray plain(INDArray images) {
        boolean ready = images.dataType() == DataType.FLOAT && isPlain(images);
        return ready ? images : images.castTo(DataType.FLOAT).dup('c');
    }

    /** One row behind the other. ND4J's isView() and strides of dimensions of length 1 tell nothing about it. */
    private static boolean isPlain(INDArray array) {
        long expected = 1;
        for (int i = array.rank() - 1; i >= 0; i--) {
            if (array.size(i) > 1 && array.stride(i) != expected) {
                return false;
            }
            expected *= array.size(i);
        }
        return true;
    }
}
