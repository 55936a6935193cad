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
    private final double momentum;

    /** @throws IllegalArgumentException unless learningRate ≥ 0 and 0 ≤ momentum < 1 */
    @JsonCreator
    public Momentum(@JsonProperty("learningRate") double learningRate, @JsonProperty("momentum") double momentum) {
        if (!(learningRate >= 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("The learning rate must be 0 or more, not " + learningRate + ".");
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("Momentum must be from 0 to below 1 (steps would grow without bound), not " + momentum + ".");
        }
        this.learningRate = learningRate;
        this.momentum = momentum;
    }

    /** lr. */
    public double getLearningRate() {
        return learningRate;
    }

    /** μ. */
    public double getMomentum() {
        return momentum;
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return learningRate;
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double rate, ISchedule schedule) {
        if (schedule != null) {
            throw new UnsupportedOperationException("Momentum has no schedules: set the learning rate before the epoch it is for.");
        }
        learningRate = rate;
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
        return new Momentum(learningRate, momentum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Momentum that && learningRate == that.learningRate && momentum == that.momentum;
    }

    @Override
    public int hashCode() {
        return Objects.hash(learningRate, momentum);
    }

    @Override
    public String toString() {
        return "Momentum(learning rate " + learningRate + ", momentum " + momentum + ")";
    }
}
