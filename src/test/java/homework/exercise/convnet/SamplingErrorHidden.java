package homework.exercise.convnet;

import homework.exercise.Check;
import homework.exercise.Hidden;
import java.util.stream.IntStream;

@Hidden
class SamplingErrorHidden {

    @Check(order = 1, guards = "publishedRates", says = "1.6 % of 1800 images, 0.4 % and 12.5 % of 60000")
    void publishedRates(Experiments.SamplingError error) {
        compare(error, new double[] {1.6, 0.4, 12.5}, 1800, 60000, 60000);
    }

    @Check(order = 2, guards = "symmetric", says = "99.5 %, 70 % and 33 %")
    void symmetric(Experiments.SamplingError error) {
        compare(error, new double[] {99.5, 70, 33}, 10000, 42, 7);
    }

    @Check(order = 3, guards = "certain", says = "0 % and 100 %, of two million and of ten")
    void certain(Experiments.SamplingError error) {
        compare(error, new double[] {0, 100, 0, 100}, 2_000_000, 2_000_000, 10, 10);
    }

    private static void compare(Experiments.SamplingError error, double[] percent, int... images) {
        SamplingErrorChecks.compare(error, percent, images,
                IntStream.range(0, images.length).mapToDouble(i -> SamplingErrorKnown.error(percent[i], images[i])).toArray());
    }
}
