package homework.bench;

import java.util.Map;
import java.util.function.IntConsumer;

/** A contender's side of a workload: what it can do, ready to be timed. */
interface Training extends AutoCloseable {

    /** Loss at the start, in evaluation mode, over the first batch. */
    double startLoss();

    /** Trains one step and returns the mean loss of its batch before the update. */
    double step();

    /** Ways of doing the same, by name: each takes a number of steps. The fastest is what counts. */
    Map<String, IntConsumer> settings();

    @Override
    void close();
}
