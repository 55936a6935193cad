package homework.engine;

import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Dropout for DL4J that draws from {@link Masks}. */
final class MaskedDropout implements IDropout {
    private static final long serialVersionUID = 1;

    private final transient Masks masks;
    private final String name;
    private final double keep;
    private final boolean wholeMaps;
    private transient INDArray factors;

    private MaskedDropout(Masks masks, String name, double keep, boolean wholeMaps) {
        this.masks = masks;
        this.name = name;
        this.keep = keep;
        this.wholeMaps = wholeMaps;
    }

    /** Puts one in the place of every dropout of the network. */
    static void into(MultiLayerNetwork network, Masks masks) {
        for (int i = 0; i < network.getnLayers(); i++) {
            Layer layer = network.getLayer(i).conf().getLayer();
            String name = layer instanceof DropoutLayer ? layer.getLayerName() : layer.getLayerName() + " dropout";
            if (layer.getIDropout() instanceof Dropout dropout) {
                layer.setIDropout(new MaskedDropout(masks, name, dropout.getP(), false));
            } else if (layer.getIDropout() instanceof SpatialDropout dropout) {
                layer.setIDropout(new MaskedDropout(masks, name, dropout.getP(), true));
            }
        }
    }

    @Override
    public INDArray applyDropout(INDArray input, INDArray result, int iteration, int epoch, LayerWorkspaceMgr workspaces) {
        float[] values = new float[(int) input.length()];
        masks.draw(name, values, keep, wholeMaps ? (int) (input.size(2) * input.size(3)) : 1);
        factors = Nd4j.createFromArray(values).reshape('c', input.shape()).detach();
        return input.mul(factors, result);
    }

    @Override
    public INDArray backprop(INDArray gradientAtOutput, INDArray gradientAtInput, int iteration, int epoch) {
        return gradientAtOutput.mul(factors, gradientAtInput);
    }

    @Override
    public void clear() {
        factors = null;
    }

    @Override
    public IDropout clone() {
        return new MaskedDropout(masks, name, keep, wholeMaps);
    }
}
