package homework.exercise.convnet;

import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Hidden;
import java.util.stream.IntStream;

@Hidden
class SamplingErrorHidden {

    @Check(order = 1, guards = "publishedRates", says = "other small rates of some thousand images")
    void publishedRates(Experiments.SamplingError error, Draw draw) {
        compare(error, new double[] {draw.number(0.5, 4), draw.number(0.3, 2), draw.number(5, 15)},
                draw.whole(1500, 3000), draw.whole(10_000, 60_000), draw.whole(10_000, 60_000));
    }

    @Check(order = 2, guards = "symmetric", says = "other large and middle rates")
    void symmetric(Experiments.SamplingError error, Draw draw) {
        compare(error, new double[] {draw.number(95, 99.5), draw.number(60, 90), draw.number(25, 50)},
                draw.whole(1000, 10_000), draw.whole(20, 60), draw.whole(6, 12));
    }

    @Check(order = 3, guards = "certain", says = "0 % and 100 % of other numbers of images")
    void certain(Experiments.SamplingError error, Draw draw) {
        compare(error, new double[] {0, 100, 0, 100},
                draw.whole(1_000_000, 3_000_000), draw.whole(1_000_000, 3_000_000), draw.whole(8, 60), draw.whole(8, 60));
    }

    private static void compare(Experiments.SamplingError error, double[] percent, int... images) {
        SamplingErrorChecks.compare(error, percent, images,
                IntStream.range(0, images.length).mapToDouble(i -> SamplingErrorKnown.error(percent[i], images[i])).toArray());
    }
}
