package homework.model;

import java.util.Arrays;
import java.util.Collection;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.InputTypeUtil;
import org.deeplearning4j.nn.conf.layers.NoParamLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Configuration of a layer without parameters from maps [n, channels, height, width] to maps: what DL4J wants of every such layer. */
abstract class MapLayer extends NoParamLayer {

    /** The object that computes. */
    abstract AbstractLayer<? extends MapLayer> computing(NeuralNetConfiguration configuration, DataType type);

    /** Output maps for these input maps; an {@code IllegalArgumentException} with both sizes if there are none. */
    abstract InputTypeConvolutional output(InputTypeConvolutional maps);

    @Override
    public org.deeplearning4j.nn.api.Layer instantiate(NeuralNetConfiguration configuration, Collection<TrainingListener> listeners,
            int index, INDArray parameters, boolean initialize, DataType type) {
        AbstractLayer<? extends MapLayer> layer = computing(configuration, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        return layer;
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        if (!(input instanceof InputTypeConvolutional maps)) {
            throw new IllegalArgumentException("Layer " + getLayerName() + " (" + getClass().getSimpleName()
                    + ") needs maps [channels, height, width], but its input is " + Arrays.toString(input.getShape(false)) + ".");
        }
        if (maps.getFormat() != CNN2DFormat.NCHW) {
            throw new IllegalArgumentException("Layer " + getLayerName() + " (" + getClass().getSimpleName()
                    + ") needs maps with the channels first, NCHW, but they are " + maps.getFormat() + ".");
        }
        return output(maps);
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType input) {
        return InputTypeUtil.getPreProcessorForInputTypeCnnLayers(input, getLayerName());
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        // Both layers hold about one more copy of their input while they compute.
        long copy = input.arrayElementsPerExample();
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), input, getOutputType(-1, input)).standardMemory(0, 0)
                .workingMemory(0, copy, 0, copy).cacheMemory(0, 0).build();
    }
}
