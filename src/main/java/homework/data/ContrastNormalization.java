package homework.data;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Local contrast normalisation of images, as the starter of {@code nyu-2015} applied it (table 3.2): at every pixel the weighted mean of its
 * neighbourhood is subtracted; then what is left is divided by the weighted standard deviation of the neighbourhood where that exceeds 1.
 *
 * <p>The weights are the product of two Gaussians over {@code size} pixels with standard deviation size / 4. At the border, where a part of
 * the window lies outside, the weights inside are scaled up to sum to 1. Every image and channel is normalised by itself.
 *
 * @param size of the window, odd: 7 and 15 in the report
 */
public record ContrastNormalization(int size) {
    private static final double THRESHOLD = 1;

    /** @throws IllegalArgumentException unless size is odd and at least 1 */
    public ContrastNormalization {
        if (size < 1 || size % 2 == 0) {
            throw new IllegalArgumentException("The window must have an odd number of pixels, so that it has a centre, not " + size + ".");
        }
    }

    /** The same images normalised; the labels stay. */
    public LabelledImages apply(LabelledImages data) {
        return data.withImages(apply(data.images()));
    }

    /**
     * @param images float [n, channels, height, width]
     * @return the same shape
     */
    public INDArray apply(INDArray images) {
        int height = (int) images.size(2);
        int width = (int) images.size(3);
        double[][] rows = weights(height);
        double[][] columns = weights(width);
        float[] pixels = images.dup('c').data().asFloat();
        IntStream.range(0, pixels.length / (height * width)).parallel()
                .forEach(map -> normalize(pixels, map * height * width, rows, columns));
        return Nd4j.createFromArray(pixels).castTo(DataType.FLOAT).reshape('c', images.shape());
    }

    private void normalize(float[] pixels, int from, double[][] rows, double[][] columns) {
        int length = rows.length * columns.length;
        double[] map = new double[length];
        for (int i = 0; i < length; i++) {
            map[i] = pixels[from + i];
        }
        double[] means = filtered(map, rows, columns);
        double[] squares = new double[length];
        for (int i = 0; i < length; i++) {
            map[i] -= means[i];
            squares[i] = map[i] * map[i];
        }
        double[] variances = filtered(squares, rows, columns);
        for (int i = 0; i < length; i++) {
            double deviation = Math.sqrt(variances[i]);
            pixels[from + i] = (float) (deviation > THRESHOLD ? map[i] / deviation : map[i]);
        }
    }

    /** The weighted mean round every pixel, one side after the other. */
    private double[] filtered(double[] map, double[][] rows, double[][] columns) {
        int half = size / 2;
        int height = rows.length;
        int width = columns.length;
        double[] along = new double[map.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int other = Math.max(0, x - half); other <= Math.min(width - 1, x + half); other++) {
                    sum += columns[x][other] * map[y * width + other];
                }
                along[y * width + x] = sum;
            }
        }
        double[] both = new double[map.length];
        for (int y = 0; y < height; y++) {
            for (int other = Math.max(0, y - half); other <= Math.min(height - 1, y + half); other++) {
                double weight = rows[y][other];
                for (int x = 0; x < width; x++) {
                    both[y * width + x] += weight * along[other * width + x];
                }
            }
        }
        return both;
    }

    /** What every place weighs for every place along one side; rows sum to 1. */
    private double[][] weights(int length) {
        double[][] weights = new double[length][length];
        double sigma = .25 * size;
        for (int place = 0; place < length; place++) {
            double sum = 0;
            for (int other = Math.max(0, place - size / 2); other <= Math.min(length - 1, place + size / 2); other++) {
                double distance = (other - place) / sigma;
                weights[place][other] = Math.exp(-distance * distance / 2);
                sum += weights[place][other];
            }
            for (int other = 0; other < length; other++) {
                weights[place][other] /= sum;
            }
        }
        return weights;
    }
}
