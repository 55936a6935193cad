package homework.training;

import java.util.ArrayList;
import java.util.List;
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
}
