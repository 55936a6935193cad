package homework.data;

import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Shift and scale by one mean and one standard deviation over all pixels: (x − mean) / sd.
 *
 * <p>{@link #fit} takes the training set, and the same two numbers are then applied to every other set: a statistic of
 * validation or test images would let them leak into training. On the training images of MNIST it finds 0.1307 and 0.3081.
 *
 * @param mean mean over all pixels of all training images
 * @param sd standard deviation over the same, with the divisor N
 */
public record Standardize(double mean, double sd) {

    public Standardize {
        if (!(sd > 0) || Double.isInfinite(sd) || !Double.isFinite(mean)) {
            throw new DataException(String.format(Locale.ROOT, "Images with mean %s and standard deviation %s cannot be standardised: "
                    + "all pixels are equal, or some are not numbers.", mean, sd));
        }
    }

    /** The mean and standard deviation of the training set. */
    public static Standardize fit(LabelledImages train) {
        return fit(train.images());
    }

    /** As {@link #fit(LabelledImages)}. */
    public static Standardize fit(INDArray images) {
        // Image by image in float, over the images in double: one float sum over 47 million pixels would lose digits.
        long n = images.size(0);
        long pixels = images.length() / n;
        INDArray rows = images.reshape(n, pixels);
        double[] sums = rows.sum(1).toDoubleVector();
        double[] norms = rows.norm2(1).toDoubleVector();
        double total = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            total += sums[i];
            squares += norms[i] * norms[i];
        }
        double mean = total / images.length();
        return new Standardize(mean, Math.sqrt(Math.max(0, squares / images.length() - mean * mean)));
    }

    /** Standardised images with the same labels. */
    public LabelledImages apply(LabelledImages data) {
        return data.withImages(apply(data.images()));
    }

    /** (images − mean) / sd as a new array of the same shape. */
    public INDArray apply(INDArray images) {
        return images.sub(mean).divi(sd);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Standardize: (x - %.4f) / %.4f", mean, sd);
    }
}
