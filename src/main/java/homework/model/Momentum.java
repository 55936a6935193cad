package homework.model;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Plain momentum as Torch's and PyTorch's SGD have it ({@code nyu-2017}): v ← μ v + g, w ← w − lr v. DL4J has only Nesterov's variant.
 * The state is v, one value a parameter, 0 at the start; it is saved with the network.
 */
public final class Momentum implements IUpdater {
    private static final long serialVersionUID = 1;

    private double learningRate;
    private ISchedule learningRateSchedule;
    private final double momentum;

    /** @throws IllegalArgumentException unless learningRate ≥ 0 and 0 ≤ momentum < 1 */
    public Momentum(double learningRate, double momentum) {
        this(Check.notNegative(learningRate, "The learning rate"), null, momentum);
    }

    /**
     * With a learning rate that follows a schedule.
     *
     * @throws IllegalArgumentException unless 0 ≤ momentum < 1
     */
    public Momentum(ISchedule learningRate, double momentum) {
        this(Double.NaN, Objects.requireNonNull(learningRate, "A schedule of the learning rate is expected, not null."), momentum);
    }

    @JsonCreator
    private Momentum(@JsonProperty("learningRate") double learningRate, @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
            @JsonProperty("momentum") double momentum) {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("Momentum must be from 0 to below 1 (steps would grow without bound), not " + momentum + ".");
        }
        this.learningRate = learningRate;
        this.learningRateSchedule = learningRateSchedule;
        this.momentum = momentum;
    }

    /** lr; not a number if it follows a schedule, as in DL4J's updaters. */
    public double getLearningRate() {
        return learningRate;
    }

    /** μ. */
    public double getMomentum() {
        return momentum;
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return learningRateSchedule == null ? learningRate : learningRateSchedule.valueAt(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double rate, ISchedule schedule) {
        learningRate = rate;
        learningRateSchedule = schedule;
    }

    @Override
    public long stateSize(long parameters) {
        return parameters;
    }

    @Override
    public GradientUpdater<Momentum> instantiate(INDArray state, boolean initialize) {
        MomentumUpdater updater = new MomentumUpdater(this);
        updater.setStateViewArray(state, new long[] {state.length()}, state.ordering(), initialize);
        return updater;
    }

    @Override
    public GradientUpdater<Momentum> instantiate(Map<String, INDArray> state, boolean initialize) {
        MomentumUpdater updater = new MomentumUpdater(this);
        updater.setState(state, initialize);
        return updater;
    }

    @Override
    public Momentum clone() {
        return new Momentum(learningRate, learningRateSchedule, momentum);
    }

    @Override
    public boolean equals(Object other) {
        // Where there is a schedule the learning rates are not numbers: those are equal for compare, but not for ==.
        return other instanceof Momentum that && Double.compare(learningRate, that.learningRate) == 0
                && Objects.equals(learningRateSchedule, that.learningRateSchedule) && momentum == that.momentum;
    }

    @Override
    public int hashCode() {
        return Objects.hash(learningRate, learningRateSchedule, momentum);
    }

    @Override
    public String toString() {
        return "Momentum(learning rate " + (learningRateSchedule == null ? learningRate : learningRateSchedule) + ", momentum " + momentum + ")";
    }
}
