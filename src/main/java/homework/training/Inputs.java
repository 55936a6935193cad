package homework.training;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Images in the form that a network reads: maps for a convnet, rows of all pixels for a multi-layer perceptron. */
final class Inputs {
    private Inputs() {
    }

    /** @param images float [n, channels, height, width]; the same memory in the result where that is possible */
    static INDArray of(MultiLayerNetwork network, INDArray images) {
        return readsRows(network) ? images.reshape('c', images.size(0), images.length() / images.size(0)) : images;
    }

    /** What the first layer with a matrix of weights reads decides, unless something before it changes the form. */
    private static boolean readsRows(MultiLayerNetwork network) {
        for (int i = 0; i < network.getnLayers(); i++) {
            if (network.getLayerWiseConfigurations().getInputPreProcess(i) != null) {
                return false;
            }
            Layer layer = network.getLayer(i);
            // Dropout and batch normalisation are such layers, too, but read both forms.
            if (layer.conf().getLayer() instanceof FeedForwardLayer learns && layer.getParam("W") != null) {
                return !(learns instanceof ConvolutionLayer);
            }
        }
        return false;
    }
}
