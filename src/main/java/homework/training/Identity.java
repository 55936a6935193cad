package homework.training;

import homework.data.LabelledImages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What decides the numbers of a training, by name: a checkpoint of another one is of no use. The number of epochs is not among it, so that a
 * finished training can go on; nor are the threads, which change the last digits only.
 */
final class Identity {
    static final String CONFIGURATION = "configuration";
    private static final int ROWS = 1000;

    private Identity() {
    }

    static Map<String, String> of(Fit fit) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put(CONFIGURATION, checksum(configuration(fit.network.getLayerWiseConfigurations())));
        identity.put("training images", checksum(fit.train));
        identity.put("validation images", fit.validation == null ? "none" : checksum(fit.validation));
        // In one entry, so that checkpoints from before there was a choice are still those of the trainings they were of.
        identity.put("batch size", fit.batchSize + fit.rule());
        identity.put("seed", String.valueOf(fit.seed));
        identity.put("keeps the best", String.valueOf(fit.keepsBest));
        return identity;
    }

    /** As JSON, without the counts of steps and epochs, which training changes. */
    static String configuration(MultiLayerConfiguration of) {
        MultiLayerConfiguration configuration = of.clone();
        configuration.setIterationCount(0);
        configuration.setEpochCount(0);
        return configuration.toJson();
    }

    private static String checksum(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }

    private static String checksum(LabelledImages data) {
        CRC32C checksum = new CRC32C();
        INDArray images = data.images();
        for (int from = 0; from < data.size(); from += ROWS) {
            INDArray rows = images.get(NDArrayIndex.interval(from, Math.min(data.size(), from + ROWS)), NDArrayIndex.all(), NDArrayIndex.all(),
                    NDArrayIndex.all());
            float[] values = rows.dup('c').data().asFloat();
            ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
            bytes.asFloatBuffer().put(values);
            checksum.update(bytes);
        }
        for (int label : data.labels()) {
            checksum.update(label);
        }
        return data.size() + " of " + data.name() + ", " + Long.toHexString(checksum.getValue());
    }
}
