package homework.engine;

import java.util.function.IntFunction;
import org.bytedeco.javacpp.BytePointer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** One call of {@link Engine#train}: step after step, with a look at the loss at each. */
final class Training {
    private final MultiLayerConfiguration configuration;
    private final IntFunction<Plan> plans;
    private final Rule rule;
    private final Updater updater;
    private final Parameters parameters;
    private final Objective objective;
    private final Masks masks;
    private final int checkedEvery;
    private final int epoch;
    private final float[] piece = new float[4096];
    private int iteration;
    private Tally tally;

    /** @param updater knows the learning rate, for messages, and may be the rule, too */
    Training(MultiLayerNetwork network, IntFunction<Plan> plans, Rule rule, Updater updater, Parameters parameters, Objective objective, Masks masks,
            int checkedEvery) {
        configuration = network.getLayerWiseConfigurations();
        this.plans = plans;
        this.rule = rule;
        this.updater = updater;
        this.parameters = parameters;
        this.objective = objective;
        this.masks = masks;
        this.checkedEvery = checkedEvery;
        epoch = configuration.getEpochCount();
        iteration = configuration.getIterationCount();
    }

    Pass run(BytePointer images, int[] labels, int[] order, int batchSize) {
        int steps = 0;
        for (int from = 0; from < order.length && !Thread.currentThread().isInterrupted(); from += batchSize) {
            step(images, labels, order, from, Math.min(batchSize, order.length - from));
            steps++;
        }
        keep();
        return tally == null ? new Pass(0, 0, 0, 0) : tally.pass(steps);
    }

    private void step(BytePointer images, int[] labels, int[] order, int from, int count) {
        Plan plan = plans.apply(count);
        int[] ofRows = new int[count];
        for (int row = 0; row < count; row++) {
            plan.put(row, images, order[from + row]);
            ofRows[row] = labels[order[from + row]];
        }
        Minibatch batch = new Minibatch(plan, objective, masks, iteration, ofRows);
        batch.forward();
        look(plan, batch);
        if (iteration - configuration.getIterationCount() >= checkedEvery) {
            // These parameters are good: the loss is a number with them.
            keep();
        }
        if (iteration % checkedEvery == 0) {
            // At fixed iterations, so that a run that was interrupted does it where the uninterrupted one did.
            parameters.flushState(piece);
        }
        if (!rule.step(iteration, epoch, batch)) {
            throw diverged(Divergence.layer(plan, piece), iteration);
        }
        iteration++;
    }

    private void look(Plan plan, Minibatch batch) {
        if (tally == null) {
            tally = new Tally(objective, plan.classes());
        }
        batch.addTo(tally);
        if (!tally.isFinite()) {
            throw diverged(Divergence.layer(plan, piece), iteration);
        }
    }

    /** Brings parameters that are finite into the network. */
    private void keep() {
        Parameter broken = Divergence.parameter(parameters, piece);
        if (broken != null) {
            throw diverged(broken.name(), iteration - 1);
        }
        parameters.store();
        configuration.setIterationCount(iteration);
    }

    private DivergedException diverged(String where, int step) {
        return new DivergedException(where, step, updater.learningRate(step, epoch), configuration.getIterationCount());
    }
}
