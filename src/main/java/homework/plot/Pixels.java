package homework.plot;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Images copied out of an array: [count, channels, height, width], row by row. */
record Pixels(float[] values, int count, int channels, int height, int width) {

    static Pixels of(INDArray images, int most) {
        if (images == null || images.isEmpty()) {
            throw new IllegalArgumentException("expected images [n, 1, height, width], got "
                    + (images == null ? "null" : "an empty array") + ": pass at least one image");
        }
        long[] shape = images.shape();
        boolean flat = shape.length == 3;
        if (!flat && (shape.length != 4 || shape[1] != 1 && shape[1] != 3)) {
            throw new IllegalArgumentException("expected images [n, 1, height, width], [n, 3, height, width] or [n, height, width], got "
                    + Arrays.toString(shape) + ": reshape them, for rows of 784 pixels with reshape(n, 1, 28, 28)");
        }
        if (shape[0] > most) {
            throw new IllegalArgumentException("expected at most " + most + " images in a grid, got " + shape[0]
                    + ": take some, as in images.get(NDArrayIndex.interval(0, 100))");
        }
        float[] values = images.castTo(DataType.FLOAT).dup('c').data().asFloat();
        int last = shape.length - 1;
        return new Pixels(values, (int) shape[0], flat ? 1 : (int) shape[1], (int) shape[last - 1], (int) shape[last]);
    }

    float least() {
        float least = Float.POSITIVE_INFINITY;
        for (float value : values) {
            least = Float.isFinite(value) ? Math.min(least, value) : least;
        }
        return least == Float.POSITIVE_INFINITY ? 0 : least;
    }

    float greatest() {
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            greatest = Float.isFinite(value) ? Math.max(greatest, value) : greatest;
        }
        return greatest == Float.NEGATIVE_INFINITY ? 0 : greatest;
    }

    /** How many values are NaN or infinite. */
    int holes() {
        int holes = 0;
        for (float value : values) {
            holes += Float.isFinite(value) ? 0 : 1;
        }
        return holes;
    }

    BufferedImage image(int index, Shades shades) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int plane = height * width;
        for (int pixel = 0; pixel < plane; pixel++) {
            int at = index * channels * plane + pixel;
            int rgb = channels == 1 ? shades.rgb(values[at])
                    : shades.rgb(values[at], values[at + plane], values[at + 2 * plane]);
            image.setRGB(pixel % width, pixel / width, rgb);
        }
        return image;
    }

    @Override public String toString() {
        return count + (channels == 3 ? " colour" : "") + (count == 1 ? " image of " : " images of ") + height + "×" + width;
    }
}
