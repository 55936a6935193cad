package homework.engine;

import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * The end of a network that classifies: an OutputLayer, or a LossLayer behind a dense one.
 *
 * @param classes number of outputs
 */
record LastLayer(String name, int classes, ILossFunction loss, IActivation activation) {
    /** @throws UnsupportedNetwork if the network ends in another way */
    static LastLayer of(MultiLayerNetwork network) {
        int last = network.getnLayers() - 1;
        Layer layer = configuration(network, last);
        if (layer.getClass() == OutputLayer.class) {
            OutputLayer output = (OutputLayer) layer;
            return new LastLayer(output.getLayerName(), (int) output.getNOut(), output.getLossFn(), output.getActivationFn());
        }
        for (int i = last - 1; layer.getClass() == LossLayer.class && i >= 0; i--) {
            if (configuration(network, i).getClass() == DenseLayer.class) {
                int classes = (int) ((DenseLayer) configuration(network, i)).getNOut();
                LossLayer end = (LossLayer) layer;
                return new LastLayer(end.getLayerName(), classes, end.getLossFn(), end.getActivationFn());
            }
        }
        throw new UnsupportedNetwork("last layer " + layer.getLayerName() + " (" + layer.getClass().getSimpleName()
                + "): it must be an OutputLayer, or a LossLayer behind a DenseLayer");
    }

    private static Layer configuration(MultiLayerNetwork network, int index) {
        return network.getLayerWiseConfigurations().getConf(index).getLayer();
    }
}
