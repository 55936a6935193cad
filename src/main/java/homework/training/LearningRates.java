package homework.training;

import java.util.Objects;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/**
 * How the learning rate goes on from step to step; i counts the updates of the parameters, 0 for the first one.
 *
 * <p>They are DL4J's schedules, and two that it lacks in a form that can be saved: give one to a builder's {@code learningRate}, or to the
 * updater ({@code new Adam(LearningRates.cosine(1e-3, 5000))}), and it is saved with the network. As i is saved, too, a training that is
 * resumed goes on in the middle of its schedule.
 *
 * <pre>{@code
 * new TorchConvnet().learningRate(LearningRates.warmUp(500, LearningRates.cosine(.05, 10_000)))}</pre>
 */
public final class LearningRates {
    private LearningRates() {
    }

    /** The same rate at every step. */
    public static ISchedule constant(double rate) {
        return new FixedSchedule(rate(rate));
    }

    /**
     * rate · factor^⌊i / everySteps⌋.
     *
     * @param factor above 0, such as .1
     * @param everySteps steps between two changes, at least 1
     */
    public static ISchedule step(double rate, double factor, int everySteps) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The factor of the learning rate must be above 0, not " + factor + ".");
        }
        return new StepSchedule(ScheduleType.ITERATION, rate(rate), factor, steps(everySteps));
    }

    /**
     * rate / (1 + i · decay), Torch's {@code learningRateDecay}.
     *
     * @param decay 0 or more; after 1/decay steps the rate is half of what it was
     */
    public static ISchedule torchDecay(double rate, double decay) {
        if (!(decay >= 0 && decay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The decay of the learning rate must be 0 or more, not " + decay + ".");
        }
        return new InverseSchedule(ScheduleType.ITERATION, rate(rate), decay, 1);
    }

    /**
     * rate · (1 + cos(π i / steps)) / 2: from rate down to 0, half of it at half the way. From step {@code steps} on it is 0, and nothing
     * moves any more.
     *
     * @param steps of the whole training, at least 1
     */
    public static ISchedule cosine(double rate, int steps) {
        return new CosineSchedule(rate(rate), steps(steps));
    }

    /**
     * Multiplies the rates of another schedule by (i + 1) / steps during the first steps, and leaves the rest as they are. The other
     * schedule's steps are counted from the start: {@code warmUp(500, cosine(.05, 10_000))} ends after 10000 steps, not 10500.
     *
     * @param steps of the warm-up, at least 1
     */
    public static ISchedule warmUp(int steps, ISchedule then) {
        return new WarmUpSchedule(steps(steps), Objects.requireNonNull(then, "What follows the warm-up must be a schedule, not null."));
    }

    private static double rate(double rate) {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The learning rate must be 0 or more, not " + rate + ".");
        }
        return rate;
    }

    private static int steps(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("The number of steps must be at least 1, not " + steps + ".");
        }
        return steps;
    }
}
