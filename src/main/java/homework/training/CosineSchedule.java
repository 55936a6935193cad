package homework.training;

import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** See {@link LearningRates#cosine}. DL4J writes it into a network's configuration by the names of its properties. */
record CosineSchedule(@JsonProperty("rate") double rate, @JsonProperty("steps") int steps) implements ISchedule {
    @JsonCreator
    CosineSchedule {
    }

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
