package homework.training;

import homework.data.Minibatches;
import homework.engine.DivergedException;
import homework.engine.Engine;
import homework.engine.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a {@link Fit}: piece after piece of an epoch, so that between two of them progress can be told and a checkpoint written. */
final class Run {
    private final Fit fit;
    private final Minibatches batches;
    private final Course course;
    private final INDArray images;
    private final int[] labels;
    private final List<String> notes = new ArrayList<>();
    private final Pace pace = new Pace();
    private State state;
    private Checkpoints checkpoints;
    private Engine engine;
    private Scores scores;

    Run(Fit fit) {
        this.fit = fit;
        batches = Minibatches.of(fit.train, fit.batchSize, fit.seed);
        course = new Course(fit.train.size(), fit.batchSize, fit.every);
        images = Inputs.of(fit.network, fit.train.images());
        labels = fit.train.labels();
        state = new State(fit.network.getIterationCount());
    }

    History run() {
        return Interruption.onExit(this::runToItsEnd);
    }

    private History runToItsEnd() {
        try (Engine trains = fit.engine(); Checkpoints folder = Checkpoints.of(fit, how(trains), this::note)) {
            checkpoints = folder;
            engine = trains;
            scores = new Scores(fit.network, engine);
            state = folder.restore(state);
            if (engine.whyDl4j() != null) {
                note(engine.whyDl4j());
            }
            return end(epochs());
        } catch (DivergedException e) {
            History history = end(Ending.DIVERGED);
            throw new DivergedTraining(e, state.epochs.size() + 1, e.step() - course.firstStep(state) + 1, history);
        }
    }

    private String how(Engine trains) {
        return trains.whyDl4j() != null ? "DL4J" : "the engine on " + fit.threads + (fit.threads == 1 ? " thread" : " threads");
    }

    private Ending epochs() {
        fit.listener.progress(progress());
        try {
            while (state.epochs.size() < fit.epochs && !isEarly()) {
                train();
                evaluate();
                checkpoints.write(state);
                fit.listener.epoch(progress());
            }
        } catch (Stop e) {
            checkpoints.write(state);
            return Ending.STOPPED;
        }
        return isEarly() ? Ending.EARLY : Ending.FINISHED;
    }

    /** The rest of the current epoch. */
    private void train() {
        int epoch = state.epochs.size();
        fit.network.getLayerWiseConfigurations().setEpochCount(epoch);
        int[] order = batches.order(epoch);
        measurePoint();
        while (state.done < order.length) {
            int[] piece = Arrays.copyOfRange(order, state.done, course.nextCut(state));
            long start = System.nanoTime();
            add(engine.train(images, labels, piece), start);
            Stop.ifAsked();
            measurePoint();
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

    private void measurePoint() {
        if (course.isPoint(state)) {
            Pass probed = scores.of(fit.probe);
            double place = state.epochs.size() + (double) state.done / labels.length;
            state.points.add(new Point(course.steps(state), place, state.sincePoint.pass(), probed));
            state.sincePoint = Sum.NOTHING;
        }
    }

    /** Measures after an epoch and begins a new one. */
    private void evaluate() {
        long start = System.nanoTime();
        Pass train = scores.of(fit.scoresTraining ? fit.train : null);
        Pass validation = scores.of(fit.validation);
        double seconds = (System.nanoTime() - start) / 1e9;
        pace.evaluated(seconds);
        Epoch epoch = new Epoch(state.epochs.size() + 1, state.running.pass(), train, validation, learningRate(), state.trainingSeconds, seconds);
        if (fit.keepsBest && history(null).best().map(epoch::isBetterThan).orElse(true)) {
            state.best = fit.network.params().dup();
        }
        state.epochs.add(epoch);
        state.done = 0;
        state.running = Sum.NOTHING;
        state.trainingSeconds = 0;
    }

    /** Of the first layer that learns, at the step that was the last; not a number in conjugate gradient, which has none. */
    private double learningRate() {
        if (fit.conjugateGradient > 0) {
            return Double.NaN;
        }
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
        // One that came too late to stop anything is answered, too.
        Thread.interrupted();
        fit.network.getLayerWiseConfigurations().setEpochCount(state.epochs.size());
        if (fit.keepsBest && state.best != null) {
            fit.network.setParams(state.best);
            note("The network has the parameters of its best epoch.");
        }
        if (ending == Ending.STOPPED) {
            note("Stopped after " + state.done + " of " + labels.length + " images of epoch " + (state.epochs.size() + 1)
                    + (state.done == labels.length ? ", before it was measured. " : ". ")
                    + checkpoints.howToGoOn());
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
        int epochsLeft = Math.max(0, fit.epochs - state.epochs.size());
        double left = pace.left((long) epochsLeft * labels.length - state.done, epochsLeft);
        return new Progress(history(null), fit.epochs, state.done, labels.length, state.running.pass(), pace.perSecond(), left);
    }
}
