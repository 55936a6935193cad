package homework.engine;

import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;

/** What the engine asks of a network as a whole. */
final class Support {
    private Support() {
    }

    /** @throws UnsupportedNetwork that names what is not supported */
    static void require(boolean supported, String otherwise) {
        if (!supported) {
            throw new UnsupportedNetwork(otherwise);
        }
    }

    static void check(MultiLayerNetwork network) {
        MultiLayerConfiguration all = network.getLayerWiseConfigurations();
        require(network.params().dataType() == DataType.FLOAT, "data type " + network.params().dataType() + " (the engine calculates in FLOAT)");
        NeuralNetConfiguration first = all.getConf(0);
        require(first.getOptimizationAlgo() == OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT,
                "optimisation algorithm " + first.getOptimizationAlgo());
        require(first.isMiniBatch(), "gradients that are not divided by the minibatch's size");
    }

    /** To be called when all layers are known to be supported: a strange pre-processor comes with a strange layer, and that is the one to name. */
    static void checkPreProcessors(MultiLayerConfiguration all) {
        for (InputPreProcessor between : all.getInputPreProcessors().values()) {
            require(between instanceof CnnToFeedForwardPreProcessor, "input pre-processor " + between.getClass().getSimpleName());
        }
    }

    static void check(BaseLayer layer) {
        String of = " of layer " + layer.getLayerName();
        GradientNormalization clipping = layer.getGradientNormalization();
        require(Clipping.isKnown(clipping), "gradient normalisation " + clipping + of);
        require(!Clipping.clips(clipping) || !(layer instanceof BatchNormalization),
                "gradient normalisation" + of + ", where it holds back the running statistics");
        require(layer.getWeightNoise() == null, "weight noise" + of);
        require(layer.getConstraints() == null || layer.getConstraints().isEmpty(), "constraints" + of);
    }
}
