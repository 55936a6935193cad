package homework.training;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * See {@link LearningRates#warmUp}. The formula is that of DL4J's RampSchedule, which is lost when the network is saved: it has no
 * properties that could be written, and no two of them are equal.
 */
record WarmUpSchedule(int steps, ISchedule then) implements ISchedule {
    @Override
    public double valueAt(int iteration, int epoch) {
        double rate = then.valueAt(iteration, epoch);
        return iteration >= steps ? rate : rate * (iteration + 1) / steps;
    }

    @Override
    public ISchedule clone() {
        return new WarmUpSchedule(steps, then.clone());
    }

    @Override
    public String toString() {
        return "warm-up over " + steps + " steps, " + then;
    }
}
