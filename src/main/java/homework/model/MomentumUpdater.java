package homework.model;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** Turns gradients into the steps of {@link Momentum}; DL4J subtracts them from the parameters. */
final class MomentumUpdater implements GradientUpdater<Momentum> {
    private static final String VELOCITY = "V";

    private final Momentum config;
    private INDArray velocity;

    MomentumUpdater(Momentum config) {
        this.config = config;
    }

    @Override
    public Momentum getConfig() {
        return config;
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        INDArray g = gradient.reshape(gradient.length());
        velocity.muli(config.getMomentum()).addi(g);
        g.assign(velocity).muli(config.getLearningRate(iteration, epoch));
    }

    @Override
    public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialize) {
        velocity = view.reshape(view.length());
        if (initialize) {
            velocity.assign(0);
        }
    }

    @Override
    public void setState(Map<String, INDArray> state, boolean initialize) {
        INDArray given = state.get(VELOCITY);
        if (given == null) {
            throw new IllegalArgumentException("The state of momentum is \"" + VELOCITY + "\", but this one has " + state.keySet() + ".");
        }
        setStateViewArray(given, given.shape(), given.ordering(), initialize);
    }

    @Override
    public Map<String, INDArray> getState() {
        return Map.of(VELOCITY, velocity);
    }
}
