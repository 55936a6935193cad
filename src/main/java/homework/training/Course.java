package homework.training;

/**
 * Where an epoch is cut into pieces and where points lie. That depends on the fit alone, never on time, so that a resumed training adds up
 * the same numbers in the same order.
 *
 * @param images of an epoch
 * @param batchSize images a step
 * @param every steps from point to point, 0 for no points
 */
record Course(int images, int batchSize, int every) {
    /** At least so many images and so many steps from one look at progress to the next; a call of the engine costs up to half a step. */
    private static final int IMAGES = 256;
    private static final int STEPS = 16;

    /** The steps that a training has made. */
    int steps(State state) {
        return state.epochs.size() * stepsOfAnEpoch() + state.running.steps();
    }

    private int stepsOfAnEpoch() {
        return (images + batchSize - 1) / batchSize;
    }

    /** Number of the current epoch's first step, counted as the network counts. */
    int firstStep(State state) {
        return state.stepsBefore + state.epochs.size() * stepsOfAnEpoch();
    }

    /** Whether a point is due that has not been measured yet. */
    boolean isPoint(State state) {
        return every > 0 && state.sincePoint.steps() > 0 && steps(state) % every == 0;
    }

    /** Where the next piece ends: at a look at progress, a point or the end of the epoch, in images of the epoch. */
    int nextCut(State state) {
        long piece = (long) Math.max(STEPS, IMAGES / batchSize) * batchSize;
        long cut = Math.min(images, (state.done / piece + 1) * piece);
        if (every == 0) {
            return (int) cut;
        }
        long nextPoint = (steps(state) / every + 1L) * every - (steps(state) - state.running.steps());
        return (int) Math.min(cut, nextPoint * batchSize);
    }
}
