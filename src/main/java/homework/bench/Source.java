package homework.bench;

import homework.data.LabelledImages;
import homework.data.Mnist;
import homework.data.Padding;
import homework.data.Standardize;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Where a workload's images come from. How fast a network trains does not depend on what is on them, only on their shape. */
enum Source {
    /** Digits 1×28×28, standardised: MNIST, or the bundled digits, repeated as often as it takes. */
    DIGITS {
        @Override
        LabelledImages first(int n) {
            LabelledImages digits = Mnist.load().train();
            LabelledImages some = digits.select(IntStream.range(0, n).map(i -> i % digits.size()).toArray());
            return Standardize.fit(some).apply(some);
        }
    },
    /** The same with a border of zeros, 1×32×32. */
    DIGITS_PADDED {
        @Override
        LabelledImages first(int n) {
            return Padding.to32(DIGITS.first(n));
        }
    },
    /** Noise of the shape of CIFAR-10, 3×32×32. */
    COLOUR {
        @Override
        LabelledImages first(int n) {
            return noise(n);
        }
    },
    /** The same as rows of 3072 features. */
    COLOUR_ROWS {
        @Override
        LabelledImages first(int n) {
            return noise(n);
        }

        @Override
        INDArray shaped(INDArray images) {
            return images.reshape('c', images.size(0), images.length() / images.size(0));
        }
    };

    private static final long SEED = 5;

    /** The first n images of this source with their labels. */
    abstract LabelledImages first(int n);

    /** The images as the network reads them. */
    INDArray shaped(INDArray images) {
        return images;
    }

    private static LabelledImages noise(int n) {
        Random random = new Random(SEED);
        float[] pixels = new float[n * 3 * 32 * 32];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        return LabelledImages.of("noise", Nd4j.createFromArray(pixels).reshape('c', n, 3, 32, 32), random.ints(n, 0, 10).toArray(), 10);
    }
}
