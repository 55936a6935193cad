package homework.training;

import homework.data.LabelledImages;
import homework.data.Minibatches;
import homework.engine.DivergedException;
import homework.engine.Engine;
import homework.engine.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Runs a {@link Fit}: piece after piece of an epoch, so that between two of them progress can be told and a checkpoint written. Where the
 * pieces are cut depends on the fit alone, never on time, so that a resumed training adds up the same numbers in the same order.
 */
final class Run {
    /** Images from one look at progress to the next. */
    private static final int PIECE = 256;
    /** Images from one look at the stop button to the next, where nothing is trained. */
    private static final int EVALUATED = 2000;

    private final Fit fit;
    private final Minibatches batches;
    private final INDArray images;
    private final int[] labels;
    private final List<String> notes = new ArrayList<>();
    private final Pace pace = new Pace();
    private State state;
    private Checkpoints checkpoints;
    private Engine engine;

    Run(Fit fit) {
        this.fit = fit;
        batches = Minibatches.of(fit.train, fit.batchSize, fit.seed);
        images = Inputs.of(fit.network, fit.train.images());
        labels = fit.train.labels();
        state = new State(fit.network.getIterationCount());
    }

    History run() {
        return Interruption.onExit(this::runToItsEnd);
    }

    private History runToItsEnd() {
        try (Checkpoints folder = Checkpoints.of(fit); Engine trains = fit.engine()) {
            checkpoints = folder;
            engine = trains;
            state = folder.restore(state, this::note);
            if (engine.whyDl4j() != null) {
                note(engine.whyDl4j());
            }
            return end(epochs());
        } catch (DivergedException e) {
            History history = end(Ending.DIVERGED);
            throw new DivergedTraining(e, state.epochs.size() + 1, e.step() - firstStep() + 1, history);
        }
    }

    private Ending epochs() {
        fit.listener.progress(progress());
        while (state.epochs.size() < fit.epochs && !isEarly()) {
            if (!train() || !evaluate()) {
                checkpoints.write(state);
                return Ending.STOPPED;
            }
            checkpoints.write(state);
            fit.listener.epoch(progress());
        }
        return isEarly() ? Ending.EARLY : Ending.FINISHED;
    }

    /** The rest of the current epoch; false if it was interrupted. */
    private boolean train() {
        int epoch = state.epochs.size();
        fit.network.getLayerWiseConfigurations().setEpochCount(epoch);
        int[] order = batches.order(epoch);
        while (true) {
            if (isPoint() && !point()) {
                return false;
            }
            if (state.done == order.length) {
                return true;
            }
            int[] piece = Arrays.copyOfRange(order, state.done, Math.min(order.length, nextCut()));
            long start = System.nanoTime();
            add(engine.train(images, labels, piece), start);
            if (Thread.interrupted()) {
                return false;
            }
            fit.listener.progress(progress());
            checkpoints.writeIfDue(state);
        }
    }

    private void add(Pass pass, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        state.done += pass.examples();
        state.running = state.running.plus(pass);
        state.sincePoint = state.sincePoint.plus(pass);
        state.trainingSeconds += seconds;
        pace.trained(pass.examples(), seconds);
    }

    /** Where the piece ends: at the next look at progress or the next point, counted in images of the epoch. */
    private int nextCut() {
        int piece = Math.max(1, PIECE / fit.batchSize) * fit.batchSize;
        int cut = (state.done / piece + 1) * piece;
        if (fit.every == 0) {
            return cut;
        }
        int before = state.epochs.size() * batches.count();
        int nextPoint = (steps() / fit.every + 1) * fit.every - before;
        return (int) Math.min(cut, (long) nextPoint * fit.batchSize);
    }

    /** Steps of this training up to now. */
    private int steps() {
        return state.epochs.size() * batches.count() + state.running.steps();
    }

    private int firstStep() {
        return state.stepsBefore + state.epochs.size() * batches.count();
    }

    private boolean isPoint() {
        return fit.every > 0 && state.sincePoint.steps() > 0 && steps() % fit.every == 0;
    }

    /** False if it was interrupted, and nothing has changed. */
    private boolean point() {
        Pass probed = score(fit.probe);
        if (probed == null) {
            return false;
        }
        double place = state.epochs.size() + (double) state.done / labels.length;
        state.points.add(new Point(steps(), place, state.sincePoint.pass(), probed));
        state.sincePoint = Sum.NOTHING;
        return true;
    }

    /** The scores after an epoch; false if it was interrupted, and nothing has changed. */
    private boolean evaluate() {
        long start = System.nanoTime();
        Pass train = score(fit.scoresTraining ? fit.train : null);
        Pass validation = train == null ? null : score(fit.validation);
        if (validation == null) {
            return false;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        pace.evaluated(seconds);
        Epoch epoch = new Epoch(state.epochs.size() + 1, state.running.pass(), train, validation, learningRate(), state.trainingSeconds, seconds);
        if (fit.keepsBest && (state.best == null || epoch.isBetterThan(history(null).best().orElseThrow()))) {
            state.best = fit.network.params().dup();
        }
        state.epochs.add(epoch);
        state.done = 0;
        state.running = Sum.NOTHING;
        state.trainingSeconds = 0;
        return true;
    }

    /** In evaluation mode; null if it was interrupted, without examples if there are no images. */
    private Pass score(LabelledImages data) {
        Sum sum = Sum.NOTHING;
        int[] truth = data == null ? new int[0] : data.labels();
        for (int from = 0; from < truth.length; from += EVALUATED) {
            int to = Math.min(truth.length, from + EVALUATED);
            INDArray some = data.images().get(NDArrayIndex.interval(from, to), NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all());
            sum = sum.plus(engine.evaluate(Inputs.of(fit.network, some), Arrays.copyOfRange(truth, from, to)));
            if (Thread.interrupted()) {
                return null;
            }
        }
        return sum.pass();
    }

    /** Of the first layer that learns, at the step that was the last. */
    private double learningRate() {
        int step = Math.max(0, fit.network.getIterationCount() - 1);
        for (var layer : fit.network.getLayers()) {
            if (layer.conf().getLayer() instanceof BaseLayer learns && learns.getIUpdater() != null && learns.getIUpdater().hasLearningRate()) {
                return learns.getIUpdater().getLearningRate(step, state.epochs.size());
            }
        }
        return Double.NaN;
    }

    private boolean isEarly() {
        return fit.patience > 0 && history(null).best().map(best -> state.epochs.size() - best.number() >= fit.patience).orElse(false);
    }

    private History end(Ending ending) {
        fit.network.getLayerWiseConfigurations().setEpochCount(state.epochs.size());
        if (fit.keepsBest && state.best != null) {
            fit.network.setParams(state.best);
            note("The network has the parameters of its best epoch.");
        }
        if (ending == Ending.STOPPED) {
            note(checkpoints.howToGoOn(state.done, labels.length));
        }
        History history = history(ending);
        fit.listener.ended(history);
        return history;
    }

    private void note(String sentence) {
        notes.add(sentence);
        fit.listener.note(sentence);
    }

    private History history(Ending ending) {
        return new History(fit.toString(), state.epochs, state.points, ending, notes);
    }

    private Progress progress() {
        int epochsLeft = fit.epochs - state.epochs.size();
        double left = pace.left((long) epochsLeft * labels.length - state.done, epochsLeft);
        return new Progress(history(null), fit.epochs, state.done, labels.length, state.running.pass(), pace.perSecond(), left);
    }
}
