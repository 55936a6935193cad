package homework.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a training is, apart from the network itself. The random numbers of a training have no state of their own: the order of the images
 * follows from seed and epoch, the dropout masks from seed and step.
 */
final class State {
    final List<Epoch> epochs = new ArrayList<>();
    final List<Point> points = new ArrayList<>();
    /** Steps the network had made before this training. */
    final int stepsBefore;
    /** Images of the current epoch that were trained on. */
    int done;
    /** Over the current epoch. */
    Sum running = Sum.NOTHING;
    /** Since the last point. */
    Sum sincePoint = Sum.NOTHING;
    /** Of the current epoch. */
    double trainingSeconds;
    /** Parameters of the best epoch; null before there is one. */
    INDArray best;

    State(int stepsBefore) {
        this.stepsBefore = stepsBefore;
    }

    /** All but the history and the best parameters; {@link #of} reads it. */
    void write(Properties properties) {
        properties.setProperty("state.steps before", String.valueOf(stepsBefore));
        properties.setProperty("state.done", String.valueOf(done));
        properties.setProperty("state.running", running.text());
        properties.setProperty("state.since point", sincePoint.text());
        properties.setProperty("state.training seconds", String.valueOf(trainingSeconds));
    }

    static State of(Properties properties, History history, INDArray best) {
        State state = new State(Integer.parseInt(properties.getProperty("state.steps before")));
        state.epochs.addAll(history.epochs());
        state.points.addAll(history.points());
        state.done = Integer.parseInt(properties.getProperty("state.done"));
        state.running = Sum.parse(properties.getProperty("state.running"));
        state.sincePoint = Sum.parse(properties.getProperty("state.since point"));
        state.trainingSeconds = Double.parseDouble(properties.getProperty("state.training seconds"));
        state.best = best;
        return state;
    }
}
