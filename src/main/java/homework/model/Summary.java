package homework.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A network as a table: each layer with what it is, the shape of its output for one example, its parameters and multiply-adds. The
 * table is {@link #toString}.
 *
 * @param input shape of one example, such as "1x32x32"
 * @param rows the layers in order
 */
public record Summary(String input, List<SummaryRow> rows) {

    public Summary {
        rows = List.copyOf(rows);
    }

    /**
     * The summary of a network on examples of this shape: channels, height, width, or the number of features.
     * {@link NetworkBuilder#inputShape} has it, and {@link NetworkBuilder#summary} needs none.
     */
    public static Summary of(MultiLayerNetwork network, long... inputShape) {
        if (inputShape.length != 1 && inputShape.length != 3) {
            throw new IllegalArgumentException("The shape of one example is expected, channels, height, width or the number of features, "
                    + "not " + Arrays.toString(inputShape) + ".");
        }
        InputType type = inputShape.length == 1 ? InputType.feedForward(inputShape[0])
                : InputType.convolutional(inputShape[1], inputShape[2], inputShape[0]);
        checkInput(network, inputShape);
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        List<InputType> outputs = configuration.getLayerActivationTypes(type);
        List<SummaryRow> rows = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            checkFits(network.getLayer(i).conf().getLayer(), i == 0 ? type : outputs.get(i - 1));
            rows.add(SummaryRow.of(network.getLayer(i), outputs.get(i)));
        }
        return new Summary(shape(type), rows);
    }

    /** A dense layer reads a fixed number of values, so it knows the size of the images that the network was made for. */
    private static void checkFits(Layer layer, InputType before) {
        if ((layer instanceof DenseLayer || layer instanceof OutputLayer) && before.arrayElementsPerExample() != ((FeedForwardLayer) layer).getNIn()) {
            throw new IllegalArgumentException("Layer " + layer.getLayerName() + " reads " + ((FeedForwardLayer) layer).getNIn()
                    + " values, but for examples of this shape there are " + shape(before) + " before it: the network was made for another shape.");
        }
    }

    private static void checkInput(MultiLayerNetwork network, long[] shape) {
        if (network.getLayer(0).conf().getLayer() instanceof FeedForwardLayer first) {
            String reads = first instanceof ConvolutionLayer ? "images [" + first.getNIn() + ", height, width]" : first.getNIn() + " features";
            boolean rank = first instanceof ConvolutionLayer == (shape.length == 3);
            if (!rank || shape[0] != first.getNIn()) {
                throw new IllegalArgumentException("The network reads " + reads + ", but the shape given is " + Arrays.toString(shape) + ".");
            }
        }
    }

    /** 64x28x28, or 128. */
    static String shape(InputType type) {
        return LongStream.of(type.getShape(false)).mapToObj(Long::toString).collect(Collectors.joining("x"));
    }

    /** Numbers that training changes by gradients: what publications call the number of parameters. */
    public long parameters() {
        return rows.stream().mapToLong(SummaryRow::parameters).sum();
    }

    /** Running means and variances of batch normalisation; DL4J's {@code numParams()} counts them with the parameters. */
    public long runningStatistics() {
        return rows.stream().mapToLong(SummaryRow::runningStatistics).sum();
    }

    /** Products with weights that the forward pass of one example adds up; about three times as many in a training step. */
    public long multiplyAdds() {
        return rows.stream().mapToLong(SummaryRow::multiplyAdds).sum();
    }

    @Override
    public String toString() {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"layer", "what it does", "output", "parameters", "multiply-adds"});
        lines.add(new String[] {"input", "", input, "", ""});
        rows.forEach(row -> lines.add(new String[] {row.layer(), row.what(), row.output(), count(row.parameters()), count(row.multiplyAdds())}));
        lines.add(new String[] {"total", "", "", count(parameters()), count(multiplyAdds())});
        int[] widths = new int[5];
        lines.forEach(line -> Arrays.setAll(widths, i -> Math.max(widths[i], line[i].length())));
        String format = String.format(Locale.ROOT, "%%-%ds  %%-%ds  %%%ds  %%%ds  %%%ds", widths[0], widths[1], widths[2], widths[3], widths[4]);
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(String.format(Locale.ROOT, format, (Object[]) line).stripTrailing()).append(System.lineSeparator()));
        if (runningStatistics() > 0) {
            text.append(String.format(Locale.ROOT, "and %,d running means and variances, which no gradient changes%n", runningStatistics()));
        }
        return text.toString();
    }

    /** Nothing for 0, so that the layers that cost are seen. */
    private static String count(long number) {
        return number == 0 ? "" : String.format(Locale.ROOT, "%,d", number);
    }
}
