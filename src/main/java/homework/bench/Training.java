package homework.bench;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** A contender's side of a workload: what it can do, ready to be timed. */
interface Training extends AutoCloseable {

    /**
     * What proves that all contenders begin alike: the mean loss at the start, in evaluation mode, over the first batch; then the loss of
     * each of the first training steps, before its update.
     */
    List<Double> firstLosses(int steps);

    /** Ways of doing the same, by name: each takes a number of steps. The fastest is what counts. */
    Map<String, IntConsumer> settings();

    @Override
    void close();
}
