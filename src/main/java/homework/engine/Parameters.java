package homework.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.schedule.FixedSchedule;

/**
 * All arrays of a network. DL4J keeps them one behind the other in {@code network.params()}, and the state of the updaters in
 * {@code network.getUpdater().getStateViewArray()}; layer by layer, in the order of the layer's parameter table.
 */
final class Parameters implements AutoCloseable {
    private final Workshop shop = new Workshop();
    /** Layer by layer, by their keys such as W and b. */
    private final List<Map<String, Parameter>> layers = new ArrayList<>();
    private final List<Parameter> all = new ArrayList<>();
    private final INDArray inNetwork;
    private final INDArray stateInNetwork;

    private Parameters(INDArray inNetwork, INDArray stateInNetwork) {
        this.inNetwork = inNetwork;
        this.stateInNetwork = stateInNetwork;
    }

    /** @throws UnsupportedNetwork if a regularisation is not L2 */
    static Parameters of(MultiLayerNetwork network) {
        INDArray flat = network.params();
        MultiLayerUpdater updater = (MultiLayerUpdater) network.getUpdater();
        Parameters all = new Parameters(flat, updater.getStateViewArray());
        try {
            all.read(network, updater);
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
        return all;
    }

    private void read(MultiLayerNetwork network, MultiLayerUpdater updater) {
        long offset = 0;
        for (Layer layer : network.getLayers()) {
            Map<String, Parameter> ofLayer = new LinkedHashMap<>();
            Map<String, INDArray> table = layer.paramTable();
            for (Map.Entry<String, INDArray> entry : table == null ? Map.<String, INDArray>of().entrySet() : table.entrySet()) {
                INDArray array = entry.getValue();
                String name = layer.conf().getLayer().getLayerName() + " " + entry.getKey();
                ofLayer.put(entry.getKey(),
                        parameter(name, entry.getKey(), array, Borrowed.floats(inNetwork, offset), layer.getConfig(), offset, updater));
                offset += array.length();
            }
            layers.add(ofLayer);
            all.addAll(ofLayer.values());
        }
    }

    private static Parameter parameter(String name, String key, INDArray array, FloatPointer inNetwork, TrainingConfig layer,
            long offset, MultiLayerUpdater updater) {
        boolean running = key.equals(BatchNormalizationParamInitializer.GLOBAL_MEAN)
                || key.equals(BatchNormalizationParamInitializer.GLOBAL_VAR);
        long[] shape = key.equals("W") ? shapeOfWeights(array) : new long[] {array.length()};
        if (running) {
            return new Parameter(name, shape, inNetwork, null, 0, List.of());
        }
        return new Parameter(name, shape, inNetwork, layer.getUpdaterByParam(key), l2(name, layer.getRegularizationByParam(key)),
                state(offset, updater));
    }

    /** A dense layer's weights are [in, out] in column order, which in memory is [out, in] in row order. */
    private static long[] shapeOfWeights(INDArray weights) {
        return weights.rank() == 2 ? new long[] {weights.size(1), weights.size(0)} : weights.shape();
    }

    /** The updater keeps a block's arrays one behind the other, each as long as the block's parameters. */
    private static List<FloatPointer> state(long offset, MultiLayerUpdater updater) {
        List<FloatPointer> arrays = new ArrayList<>();
        for (UpdaterBlock block : updater.getUpdaterBlocks()) {
            if (offset < block.getParamOffsetStart() || offset >= block.getParamOffsetEnd()) {
                continue;
            }
            int length = block.getParamOffsetEnd() - block.getParamOffsetStart();
            for (int start = block.getUpdaterViewOffsetStart(); start < block.getUpdaterViewOffsetEnd(); start += length) {
                arrays.add(Borrowed.floats(updater.getStateViewArray(), start + offset - block.getParamOffsetStart()));
            }
        }
        return arrays;
    }

    private static double l2(String name, List<Regularization> regularizations) {
        double sum = 0;
        for (Regularization regularization : regularizations == null ? List.<Regularization>of() : regularizations) {
            if (!(regularization instanceof L2Regularization l2 && l2.getL2() instanceof FixedSchedule)) {
                throw new UnsupportedNetwork(regularization.getClass().getSimpleName() + " of " + name);
            }
            sum += l2.getL2().valueAt(0, 0);
        }
        return sum;
    }

    /** The array {@code key} of a layer, such as W or b; null if the layer has none. */
    Parameter get(int layer, String key) {
        return layers.get(layer).get(key);
    }

    /** Those of a layer that gradients move; none of them if it has no parameters. */
    List<Parameter> moved(int layer) {
        return layers.get(layer).values().stream().filter(parameter -> parameter.updater() != null).toList();
    }

    /** What the parameters themselves are made with. */
    Workshop shop() {
        return shop;
    }

    List<Parameter> all() {
        return all;
    }

    /** Whether the network still keeps its parameters where it did. */
    boolean areThoseOf(MultiLayerNetwork network) {
        INDArray state = network.getUpdater().getStateViewArray();
        return network.params().data().address() == inNetwork.data().address()
                && (state == null ? stateInNetwork == null : stateInNetwork != null && state.data().address() == stateInNetwork.data().address());
    }

    void load() {
        all.forEach(Parameter::load);
    }

    /** See {@link Tensor#flush}; for what the updaters keep, which decays where gradients are 0. */
    void flushState(float[] piece) {
        all.forEach(parameter -> parameter.state().forEach(tensor -> tensor.flush(piece)));
    }

    void store() {
        all.forEach(Parameter::store);
    }

    @Override
    public void close() {
        shop.close();
    }
}
