package homework.exercise.start;

import static homework.exercise.start.NormaliseChecks.finite;
import static homework.exercise.start.NormaliseChecks.float32;

import homework.data.Standardize;
import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Against the library's own standardisation, on skewed random pixels. */
@Hidden
class NormaliseHidden {
    private final INDArray train = pixels(1, 6, 1, 4, 5);

    @Check(order = 1, guards = "trainingImages", says = "120 random pixels")
    void trainingImages(DataAndSplits.Normalise normalise) {
        compare(normalise, train);
    }

    @Check(order = 2, guards = "otherImages", says = "other random pixels, of several shapes")
    void otherImages(DataAndSplits.Normalise normalise) {
        compare(normalise, pixels(2, 3, 1, 4, 5));
        compare(normalise, pixels(3, 7, 2));
    }

    @Check(order = 3, guards = "oneGrey", says = "paper")
    void oneGrey(DataAndSplits.Normalise normalise) {
        compare(normalise, Nd4j.zeros(DataType.DOUBLE, 2, 1, 4, 5));
    }

    @Check(order = 4, guards = "floats", says = "floats that are exact")
    void floats(DataAndSplits.Normalise normalise) {
        INDArray ink = Nd4j.createFromArray(new float[] {-3, 5, 5, -3, 5, -3}).reshape(1, 1, 2, 3);
        INDArray images = Nd4j.createFromArray(new float[] {9, 1}).reshape(1, 1, 1, 2);
        Expect.given("images", images).and("train", ink).that(() -> float32(finite(normalise.of(images, ink))))
                .near(Nd4j.createFromArray(new double[] {2, 0}).reshape(1, 1, 1, 2));
    }

    @Check(order = 5, guards = "leavesItsArgumentsAlone", says = "random pixels, untouched")
    void leavesItsArgumentsAlone(DataAndSplits.Normalise normalise, Calls calls) {
        compare(normalise, pixels(4, 2, 1, 3, 3));
        calls.leftArgumentsAlone();
    }

    private void compare(DataAndSplits.Normalise normalise, INDArray images) {
        Expect.given("images", images).and("train", train).that(() -> finite(normalise.of(images, train))).near(Standardize.fit(train).apply(images));
    }

    private static INDArray pixels(long seed, int... shape) {
        int n = IntStream.of(shape).reduce(1, (a, b) -> a * b);
        return Nd4j.createFromArray(new Random(seed).doubles(n).map(u -> u * u * u).toArray()).reshape(shape);
    }
}
