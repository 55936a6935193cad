package homework.bench;

import homework.model.Summary;
import homework.model.SummaryRow;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * What a network costs an image, in products that are added up. A layer with weights multiplies as often on the way back to its data as
 * forward, and once more for the gradient of its weights; the first such layer has no data to go back to:
 *
 * <pre>training = 3 · forward − forward of the first layer,    floating-point operations = 2 · multiply-adds</pre>
 *
 * <p>Activations, pooling, normalisation and the update are not counted: they are what a program should not be held up by.
 *
 * @param forward products of the forward pass of one image
 * @param training products of one image's share in a training step
 */
record MultiplyAdds(long forward, long training) {

    /** Counts them for images of this shape: channels, height, width, or the number of features. */
    static MultiplyAdds of(MultiLayerNetwork network, long... shape) {
        List<Long> layers = Summary.of(network, shape).rows().stream().map(SummaryRow::multiplyAdds).filter(count -> count > 0).toList();
        long forward = layers.stream().mapToLong(Long::longValue).sum();
        return new MultiplyAdds(forward, 3 * forward - layers.get(0));
    }
}
