package homework.data;

/**
 * MNIST as the Torch starter code of {@code nyu-2015}, {@code nyu-2016} and {@code kit-lab1} prepared it: zero borders up to 32×32, then the one mean
 * and standard deviation of all training pixels, borders included, taken from both sets.
 *
 * @param train float [n, 1, 32, 32]
 * @param test float [n, 1, 32, 32]
 */
public record TorchImages(LabelledImages train, LabelledImages test) {

    /** Without local contrast normalisation. */
    public static TorchImages of(Mnist mnist) {
        LabelledImages train = Padding.to32(mnist.train());
        Standardize standardize = Standardize.fit(train);
        return new TorchImages(standardize.apply(train), standardize.apply(Padding.to32(mnist.test())));
    }

    /** With local contrast normalisation behind it, as in the first rows of {@code nyu-2015} table 3.2. */
    public static TorchImages of(Mnist mnist, ContrastNormalization contrast) {
        TorchImages plain = of(mnist);
        return new TorchImages(contrast.apply(plain.train), contrast.apply(plain.test));
    }
}
