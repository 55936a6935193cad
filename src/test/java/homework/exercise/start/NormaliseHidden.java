package homework.exercise.start;

import static homework.exercise.start.NormaliseChecks.finite;
import static homework.exercise.start.NormaliseChecks.float32;

import homework.data.Standardize;
import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Against the library's own standardisation, on skewed random pixels. */
@Hidden
class NormaliseHidden {
    /** Sums in float round in the seventh digit, and nothing is wrong with that. */
    private static final double ROUNDING = 1000;

    @Check(order = 1, guards = "trainingImages", says = "other training images")
    void trainingImages(DataAndSplits.Normalise normalise, Draw draw) {
        INDArray train = train(draw);
        compare(normalise, train, train);
    }

    @Check(order = 2, guards = "otherImages", says = "other pixels, of several shapes")
    void otherImages(DataAndSplits.Normalise normalise, Draw draw) {
        INDArray train = train(draw);
        compare(normalise, pixels(draw, draw.whole(2, 4), 1, draw.whole(3, 5), draw.whole(3, 5)), train);
        compare(normalise, pixels(draw, draw.whole(5, 9), 2), train);
    }

    @Check(order = 3, guards = "oneGrey", says = "another grey")
    void oneGrey(DataAndSplits.Normalise normalise, Draw draw) {
        INDArray grey = Nd4j.zeros(DataType.DOUBLE, draw.whole(1, 3), 1, draw.whole(2, 5), draw.whole(2, 5)).addi(draw.number(1.2, 3));
        compare(normalise, grey, train(draw));
    }

    /** Half of the training pixels lie one standard deviation below the mean, half of them one above. */
    @Check(order = 4, guards = "floats", says = "other float images")
    void floats(DataAndSplits.Normalise normalise, Draw draw) {
        int mean = draw.whole(-3, 3);
        int sd = draw.whole(2, 5);
        int half = draw.whole(3, 5);
        INDArray ink = column(IntStream.of(draw.order(2 * half)).mapToDouble(i -> i < half ? mean - sd : mean + sd).toArray());
        double[] expected = draw.apart(draw.whole(2, 4), -3, 3, 0.5);
        INDArray images = column(Arrays.stream(expected).map(z -> mean + z * sd).toArray());
        Expect.given("images", images).and("train", ink).that(() -> rounded(float32(finite(normalise.of(images, ink)))))
                .near(Nd4j.createFromArray(expected).reshape(images.shape()));
    }

    @Check(order = 5, guards = "leavesItsArgumentsAlone", says = "other pixels, untouched")
    void leavesItsArgumentsAlone(DataAndSplits.Normalise normalise, Draw draw, Calls calls) {
        compare(normalise, pixels(draw, draw.whole(2, 4), 1, draw.whole(2, 4), 3), train(draw));
        calls.leftArgumentsAlone();
    }

    private static void compare(DataAndSplits.Normalise normalise, INDArray images, INDArray train) {
        Expect.given("images", images).and("train", train).that(() -> finite(normalise.of(images, train))).near(Standardize.fit(train).apply(images));
    }

    private static INDArray train(Draw draw) {
        return pixels(draw, draw.whole(4, 7), 1, draw.whole(3, 5), draw.whole(3, 5));
    }

    /** No two pixels are equal, so that no image and no place is all one grey. */
    private static INDArray pixels(Draw draw, int... shape) {
        int n = IntStream.of(shape).reduce(1, (a, b) -> a * b);
        return Nd4j.createFromArray(Arrays.stream(draw.apart(n, 0.1, 4, 0.01)).map(u -> u * u * u / 64).toArray()).reshape(shape);
    }

    /** Images of one pixel in float. */
    private static INDArray column(double[] pixels) {
        return Nd4j.createFromArray(pixels).castTo(DataType.FLOAT).reshape(1, 1, 1, pixels.length);
    }

    private static INDArray rounded(INDArray result) {
        return Transforms.round(result.castTo(DataType.DOUBLE).mul(ROUNDING)).div(ROUNDING);
    }
}
