package homework.training;

import org.nd4j.linalg.schedule.ISchedule;

/** See {@link LearningRates#cosine}. DL4J writes it into a network's configuration by the names of its properties. */
record CosineSchedule(double rate, int steps) implements ISchedule {
    @Override
    public double valueAt(int iteration, int epoch) {
        return iteration >= steps ? 0 : rate * (1 + Math.cos(Math.PI * iteration / steps)) / 2;
    }

    /** It cannot change. */
    @Override
    public ISchedule clone() {
        return this;
    }

    @Override
    public String toString() {
        return "cosine from " + rate + " to 0 in " + steps + " steps";
    }
}
