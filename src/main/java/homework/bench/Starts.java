package homework.bench;

import homework.data.LabelledImages;
import homework.model.Momentum;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/** Makes the start files: {@code Starts FOLDER WORKLOAD…} writes FOLDER/WORKLOAD.start for each. */
public final class Starts {
    private static final long SEED = 1;

    private Starts() {
    }

    /** Writes the start files of the workloads named. */
    public static void main(String[] arguments) throws IOException {
        for (int i = 1; i < arguments.length; i++) {
            Workload workload = Workload.named(arguments[i]);
            of(workload).write(Path.of(arguments[0], workload.key() + ".start"));
        }
    }

    /** The start of a workload. */
    static StartFile of(Workload workload) {
        MultiLayerNetwork network = workload.network(SEED);
        LabelledImages data = workload.source().first(workload.examples());
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        INDArray images = workload.source().shaped(data.images());
        arrays.put("images", images);
        arrays.put("labels", Nd4j.createFromArray(data.labels()));
        arrays.putAll(parameters(network));
        MultiplyAdds cost = MultiplyAdds.of(network, LongStream.of(images.shape()).skip(1).toArray());
        ObjectNode header = StartFile.newHeader().put("workload", workload.key()).put("net", workload.net()).put("batch", workload.batch())
                .put("forward", cost.forward()).put("training", cost.training()).put("checked", workload.checkedSteps());
        header.set("updater", updater(network));
        return new StartFile(header, arrays);
    }

    /** The workload's network with the parameters of a start file. */
    static MultiLayerNetwork network(StartFile start) {
        MultiLayerNetwork network = Workload.named(start.header().get("workload").asText()).network(SEED + 1);
        parameters(network).forEach((name, values) -> values.assign(start.arrays().get(name)));
        return network;
    }

    /** A network's own parameters by layer and name, such as {@code 0.W}. */
    static Map<String, INDArray> parameters(MultiLayerNetwork network) {
        Map<String, INDArray> parameters = new LinkedHashMap<>();
        for (int i = 0; i < network.getnLayers(); i++) {
            int layer = i;
            network.getLayer(i).paramTable().forEach((name, values) -> parameters.put(layer + "." + name, values));
        }
        return parameters;
    }

    private static ObjectNode updater(MultiLayerNetwork network) {
        IUpdater updater = null;
        for (Layer layer : network.getLayers()) {
            if (updater == null && layer.conf().getLayer() instanceof BaseLayer base) {
                updater = base.getIUpdater();
            }
        }
        if (updater instanceof Adam adam) {
            return StartFile.newHeader().put("kind", "adam").put("rate", adam.getLearningRate());
        } else if (updater instanceof Momentum momentum) {
            return StartFile.newHeader().put("kind", "sgd").put("rate", momentum.getLearningRate()).put("momentum", momentum.getMomentum());
        } else if (updater instanceof Sgd sgd) {
            return StartFile.newHeader().put("kind", "sgd").put("rate", sgd.getLearningRate()).put("momentum", 0.0);
        }
        throw new IllegalArgumentException("The rivals do not know the updater " + updater + ": teach them, in src/python/rivals.");
    }
}
