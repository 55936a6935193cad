package homework.engine;

import homework.model.Momentum;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/** The factor by which an updater multiplies its direction at a step: minus the learning rate, for Adam with the correction of its first steps. */
final class Rate {
    private final IUpdater updater;
    private final Tensor factor;
    private final float[] value = new float[1];

    /** @throws UnsupportedNetwork if the engine does not know the updater */
    Rate(IUpdater updater, Workshop shop) {
        boolean known = updater instanceof Sgd || updater instanceof Momentum || updater instanceof Adam
                || updater instanceof Nesterovs nesterovs && nesterovs.getMomentumISchedule() == null;
        if (!known) {
            throw new UnsupportedNetwork("updater " + updater);
        }
        this.updater = updater;
        factor = shop.tensor(Layouts.plain(1));
    }

    /** For the step that makes {@code iteration} + 1 steps. */
    void set(int iteration, int epoch) {
        double rate = updater.getLearningRate(iteration, epoch);
        if (updater instanceof Adam adam) {
            int t = iteration + 1;
            rate *= Math.sqrt(1 - Math.pow(adam.getBeta2(), t)) / (1 - Math.pow(adam.getBeta1(), t));
        }
        value[0] = (float) -rate;
        factor.values().put(value, 0, 1);
    }

    /** A single number. */
    Tensor factor() {
        return factor;
    }

    IUpdater updater() {
        return updater;
    }
}
