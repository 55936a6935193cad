package homework.exercise.start;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Problem;
import homework.exercise.Visible;
import homework.gradient.Values;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** z = (x − μ) / σ, where μ and σ are those of the training images. Their pixels are 0, 2, 4, 6: μ = 3, σ = √5. */
@Visible
public class NormaliseChecks {
    private static final String WHOSE = "; take both numbers from train, and apply them to images";
    private static final double ROOT = Math.sqrt(5);
    private final INDArray train = images(0, 2, 4, 6);

    @Check(order = 1, points = 1, says = "training images 0, 2, 4, 6 by their own two numbers")
    public void trainingImages(DataAndSplits.Normalise normalise) {
        double unbiased = Math.sqrt(20 / 3.0);
        double shift = 3 / ROOT;
        Expect.given("images", train).and("train", train)
                .mistake("M - 1", "this is the standard deviation with the divisor M − 1; stdNumber(false) divides by M",
                        images(-3 / unbiased, -1 / unbiased, 1 / unbiased, 3 / unbiased))
                .mistake("variance", "divided by the variance σ²; its root is missing", images(-0.6, -0.2, 0.2, 0.6))
                .mistake("mean left", "divided by σ, but the mean was not subtracted", images(0, 2 / ROOT, 4 / ROOT, 6 / ROOT))
                .mistake("spread left", "the mean was subtracted, but nothing divided by σ", images(-3, -1, 1, 3))
                .mistake("order", "this is x − μ/σ; subtract first, then divide the difference",
                        images(-shift, 2 - shift, 4 - shift, 6 - shift))
                .mistake("per image", "each image was standardised by itself" + WHOSE, images(-1, 1, -1, 1))
                .mistake("per pixel", "each pixel position got its own mean and spread; take one μ and one σ over all pixels", images(-1, -1, 1, 1))
                .mistake("shape", "these are the right numbers in another shape; return them in the shape of images",
                        images(-3, -1, 1, 3).div(ROOT).reshape(4))
                .that(() -> finite(normalise.of(train, train))).near(images(-3 / ROOT, -1 / ROOT, 1 / ROOT, 3 / ROOT));
    }

    @Check(order = 2, points = 2, says = "other images 8, 4, 3, 1 by the training set's two numbers")
    public void otherImages(DataAndSplits.Normalise normalise) {
        INDArray images = images(8, 4, 3, 1);
        double own = Math.sqrt(6.5);
        Expect.given("images", images).and("train", train)
                .mistake("own statistics", "images were standardised with their own mean and spread" + WHOSE, images(4, 0, -1, -3).div(own))
                .mistake("own mean", "the mean of images was subtracted, not that of train" + WHOSE, images(4, 0, -1, -3).div(ROOT))
                .mistake("own spread", "divided by the standard deviation of images, not of train" + WHOSE, images(5, 1, 0, -2).div(own))
                .mistake("per image", "each image was standardised by itself" + WHOSE, images(1, -1, 1, -1))
                .mistake("together", "mean and spread are those of images and train together, so images take part in them" + WHOSE,
                        images(4.5, 0.5, -0.5, -2.5).div(Math.sqrt(6)))
                .mistake("exchanged", "train was standardised with the statistics of images; it is the other way round",
                        images(-4, -2, 0, 2).div(own))
                .that(() -> finite(normalise.of(images, train))).near(images(5, 1, 0, -2).div(ROOT));
    }

    @Check(order = 3, points = 1, says = "an image that is all one grey gives numbers")
    public void oneGrey(DataAndSplits.Normalise normalise) {
        INDArray grey = Nd4j.createFromArray(new double[] {8, 8, 8, 8, 8}).reshape(1, 1, 1, 5);
        Expect.given("images", grey).and("train", train).that(() -> finite(normalise.of(grey, train)))
                .near(Nd4j.createFromArray(new double[] {5, 5, 5, 5, 5}).reshape(1, 1, 1, 5).div(ROOT));
    }

    @Check(order = 4, points = 1, says = "float images stay float")
    public void floats(DataAndSplits.Normalise normalise) {
        INDArray images = images(6, 2, 0, 4).castTo(DataType.FLOAT);
        INDArray ink = images(0, 0, 4, 4).castTo(DataType.FLOAT);
        Expect.given("images", images).and("train", ink).that(() -> float32(finite(normalise.of(images, ink)))).near(images(2, 0, -1, 1));
    }

    @Check(order = 5, points = 1, says = "images and train stay as they were")
    public void leavesItsArgumentsAlone(DataAndSplits.Normalise normalise, Calls calls) {
        INDArray images = images(3, 8, 3, 8);
        Expect.given("images", images).and("train", train).that(() -> finite(normalise.of(images, train))).near(images(0, ROOT, 0, ROOT));
        calls.leftArgumentsAlone();
    }

    /** Two images of one by two pixels. */
    private static INDArray images(double... pixels) {
        return Nd4j.createFromArray(pixels).reshape(2, 1, 1, 2);
    }

    static INDArray finite(INDArray result) {
        if (!Values.of(result).isFinite()) {
            throw Problem.of("NaN", "returned values that are no numbers (NaN or infinite)")
                    .likely("divided by a standard deviation of 0: that of images, of one image or of one pixel position" + WHOSE);
        }
        return result;
    }

    static INDArray float32(INDArray result) {
        if (result.dataType() != DataType.FLOAT) {
            throw Problem.of("type", "returned an array of type " + result.dataType() + ", expected FLOAT, as that of images")
                    .likely("it was cast, or computed in double; networks compute in float, so keep the type of images");
        }
        return result;
    }
}
