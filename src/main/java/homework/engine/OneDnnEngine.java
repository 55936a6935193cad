package homework.engine;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The engine on oneDNN's primitives. Plans are built when the shape of the images is first seen. */
final class OneDnnEngine extends Engine {
    /** Steps after which the parameters are brought into the network, so that few are lost if the loss becomes infinite. */
    private static final int CHECKED_EVERY = 256;
    /** Images at once where nothing is trained: their maps stay in the cache, which is worth a third of the speed on the convnets. */
    private static final int TO_PREDICT = 8;

    private final MultiLayerNetwork network;
    private final int batchSize;
    private final int threads;
    private final Masks masks;
    private final Parameters parameters;
    private final Objective objective;
    private final int classes;
    private final List<Blueprint> layers;
    private final Map<Integer, Plan> plans = new HashMap<>();
    private final Updater updater;
    private final Rule rule;
    private Plan predicting;
    private long[] imageShape;
    private boolean closed;

    /** @throws UnsupportedNetwork if DL4J has to do it; nothing is left behind then */
    OneDnnEngine(MultiLayerNetwork network, int batchSize, int threads, Masks masks) {
        this(network, batchSize, threads, masks, 0);
    }

    /**
     * @param conjugateGradient iterations of conjugate gradient a step; 0 for the network's own updaters
     * @throws UnsupportedNetwork as above
     */
    OneDnnEngine(MultiLayerNetwork network, int batchSize, int threads, Masks masks, int conjugateGradient) {
        Support.check(network);
        this.network = network;
        this.batchSize = batchSize;
        this.threads = threads;
        this.masks = masks;
        parameters = Parameters.of(network);
        try {
            MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
            Reader reader = new Reader(parameters, masks);
            for (int i = 0; i < network.getnLayers(); i++) {
                reader.read(i, configuration.getConf(i).getLayer());
            }
            layers = reader.layers();
            Support.checkPreProcessors(configuration);
            LastLayer last = LastLayer.of(network);
            classes = last.classes();
            objective = Objective.of(last);
            updater = new Updater(parameters, network.getLayers());
            rule = conjugateGradient == 0 ? updater : new ConjugateGradientRule(parameters, network.getLayers(), conjugateGradient);
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    @Override
    public Pass train(INDArray images, int[] labels, int[] order) {
        Arguments.examples(images, labels, classes);
        Arguments.order(order, labels.length);
        return inThreads(() -> {
            build(images);
            parameters.load();
            Training training = new Training(network, this::plan, rule, updater, parameters, objective, masks, CHECKED_EVERY);
            INDArray plain = Arguments.plain(images);
            try {
                return training.run(Borrowed.bytes(plain), labels, order, batchSize);
            } catch (DivergedException e) {
                // Behind a ReLU such values become 0, and only the parameters show them: look for where they came from.
                throw Divergence.areFinite(plain, order) ? e : e.with(Divergence.INPUT);
            } finally {
                Reference.reachabilityFence(plain);
            }
        });
    }

    @Override
    public INDArray predict(INDArray images) {
        Arguments.images(images);
        int count = (int) images.size(0);
        float[] outputs = new float[count * classes];
        return inThreads(() -> {
            forEachChunk(images, (from, scores, length) -> System.arraycopy(scores, 0, outputs, from * classes, length * classes));
            for (int i = 0; i < count; i++) {
                objective.activate(outputs, i * classes, classes);
            }
            return Nd4j.createFromArray(outputs).reshape(count, classes);
        });
    }

    @Override
    public Pass evaluate(INDArray images, int[] labels) {
        Arguments.examples(images, labels, classes);
        Tally tally = new Tally(objective, classes);
        return inThreads(() -> {
            forEachChunk(images, (from, scores, length) -> {
                for (int i = 0; i < length; i++) {
                    tally.add(scores, i, labels[from + i]);
                }
            });
            return tally.pass(0);
        });
    }

    @Override
    public String profile(INDArray images) {
        Arguments.images(images);
        return inThreads(() -> {
            build(images);
            parameters.load();
            List<Step> steps = new ArrayList<>(plan(batchSize).steps());
            steps.addAll(rule.steps());
            // The engine's copies of the parameters have moved; every call loads them from the network again.
            return Profile.of(steps);
        });
    }

    /** What is done with the scores of a few images, from the {@code from}-th on. */
    private interface Receiver {
        void take(int from, float[] scores, int length);
    }

    private void forEachChunk(INDArray images, Receiver receiver) {
        build(images);
        parameters.load();
        predicting.refresh();
        INDArray plain = Arguments.plain(images);
        BytePointer pixels = Borrowed.bytes(plain);
        int count = (int) images.size(0);
        for (int from = 0; from < count; from += predicting.size()) {
            int length = Math.min(predicting.size(), count - from);
            for (int row = 0; row < length; row++) {
                predicting.put(row, pixels, from + row);
            }
            // Rows beyond the last image still hold earlier ones: nobody looks at what comes of them.
            receiver.take(from, predicting.forward(), length);
        }
        Reference.reachabilityFence(plain);
    }

    /** Builds what does not depend on the number of images; the plan to train comes first, because it decides how parameters are laid out. */
    private void build(INDArray images) {
        long[] shape = Arrays.copyOfRange(images.shape(), 1, images.rank());
        if (imageShape != null && !Arrays.equals(shape, imageShape)) {
            throw new IllegalArgumentException("This engine was built for images of shape " + Arrays.toString(imageShape) + ", not "
                    + Arrays.toString(shape) + ": make another engine for those.");
        }
        if (imageShape != null) {
            return;
        }
        Arguments.fits(network, images);
        imageShape = shape;
        try {
            plan(batchSize);
            rule.build();
            predicting = new Plan(layers, parameters, shape, TO_PREDICT, false);
        } catch (RuntimeException e) {
            imageShape = null;
            throw e;
        }
    }

    /** The plan for whole minibatches stays; of the others only the last one does. */
    private Plan plan(int size) {
        if (!plans.containsKey(size) && plans.size() > 1) {
            for (int other : plans.keySet().stream().filter(it -> it != batchSize).toList()) {
                plans.remove(other).close();
            }
        }
        return plans.computeIfAbsent(size, it -> new Plan(layers, parameters, imageShape, it, true));
    }

    /** OpenMP counts threads for each Java thread by itself; afterwards the caller has its own number again. */
    private <T> T inThreads(Supplier<T> work) {
        if (closed) {
            throw new IllegalStateException(CLOSED);
        }
        if (!parameters.areThoseOf(network)) {
            throw new IllegalStateException("The network has been given other arrays of parameters or another updater: make another engine.");
        }
        int before = OpenMp.threads();
        OpenMp.setThreads(threads);
        try {
            return work.get();
        } finally {
            OpenMp.setThreads(before);
        }
    }

    @Override
    public MultiLayerNetwork network() {
        return network;
    }

    @Override
    public String whyDl4j() {
        return null;
    }

    @Override
    public void close() {
        closed = true;
        plans.values().forEach(Plan::close);
        plans.clear();
        if (predicting != null) {
            predicting.close();
            predicting = null;
        }
        parameters.close();
    }
}
