package homework.exercise.convnet;

import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Problem;
import homework.exercise.Visible;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** √(p(100 − p)/n), several rates at a time: one number would fit too many mistakes. */
@Visible
public class SamplingErrorChecks {

    @Check(order = 1, points = 1, says = "2 % of 1800 images, 0.5 % and 5 % of 10000")
    public void publishedRates(Experiments.SamplingError error) {
        compare(error, new double[] {2, 0.5, 5}, new int[] {1800, 10000, 10000},
                new double[] {0.329983164553722, 0.07053367989832943, 0.21794494717703367});
    }

    @Check(order = 2, points = 1, says = "98 % is as sure as 2 %; half wrong is least sure")
    public void symmetric(Experiments.SamplingError error) {
        compare(error, new double[] {98, 90, 50}, new int[] {1800, 100, 4}, new double[] {0.329983164553722, 3, 25});
    }

    @Check(order = 3, points = 1, says = "no error and nothing but errors: 0")
    public void certain(Experiments.SamplingError error) {
        compare(error, new double[] {0, 100}, new int[] {1800, 50}, new double[] {0, 0});
    }

    static void compare(Experiments.SamplingError error, double[] percent, int[] images, double[] expected) {
        Expect.given("errorPercent", percent).and("images", images)
                .mistake("root", "this is the variance; take its root", each(images, i -> expected[i] * expected[i]))
                .mistake("n", "divided by n, not by its root: n belongs under the root", each(images, i -> expected[i] / Math.sqrt(images[i])))
                .mistake("fraction", "this is a fraction of 1; percentage points are 100 times that", each(images, i -> expected[i] / 100))
                .mistake("one image", "the number of images has no part in this: it is the standard deviation of one answer",
                        each(images, i -> expected[i] * Math.sqrt(images[i])))
                .mistake("a count", "this is the standard deviation of the number of errors; the rate is that number divided by n, in percent",
                        each(images, i -> expected[i] * images[i] / 100))
                .mistake("n - 1", "divided by n − 1; the variance of a mean of n answers is that of one answer over n",
                        each(images, i -> expected[i] * Math.sqrt(images[i] / (images[i] - 1.0))))
                .mistake("other share", "this is √(100p/n), where rare errors alone are right: the factor 100 − p is missing",
                        each(images, i -> Math.sqrt(100 * percent[i] / images[i])))
                .mistake("accuracy", "this is √(100(100 − p)/n): the factor p is missing",
                        each(images, i -> Math.sqrt(100 * (100 - percent[i]) / images[i])))
                .mistake("rule of three", "300/n is a limit for the true rate where no error was seen; the formula says 0",
                        each(images, i -> percent[i] == 0 ? 300.0 / images[i] : expected[i]))
                .that(() -> {
                    double[] all = new double[percent.length];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = number(error.of(percent[i], images[i]), percent[i]);
                    }
                    return all;
                }).near(expected);
    }

    private static double number(double value, double percent) {
        if (Double.isNaN(value) && percent > 1) {
            throw Problem.of("1 - p", "returned NaN for an error of " + percent + " %").likely("the root of p(1 − p), which is negative: "
                    + "p is in percent, so the share of right answers is 100 − p");
        }
        return value;
    }

    private static double[] each(int[] images, IntToDoubleFunction wrong) {
        return IntStream.range(0, images.length).mapToDouble(wrong).toArray();
    }
}
