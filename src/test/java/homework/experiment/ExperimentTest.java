package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.experiment.Images.Part;
import homework.model.Initialisation;
import homework.model.Loss;
import homework.model.Momentum;
import homework.model.Pooling;
import homework.model.TorchConvnet;
import homework.training.LearningRates;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Nesterovs;

/** The id of an experiment: rows of the store belong to it by that alone. */
class ExperimentTest {
    private static final TorchConvnet MODEL = new TorchConvnet();
    private static final Experiment BASE = Experiment.of(new Images(Part.ALL, 0), MODEL, 3);
    private static final List<Activation> ACTIVATIONS = List.of(Activation.RELU, Activation.SIGMOID, Activation.SOFTPLUS, Activation.ELU);
    private static final List<Initialisation> INITIALISATIONS = List.of(Initialisation.xavier(), Initialisation.he(), Initialisation.normal(.1));

    /** Every option, changed in so many ways that none is another's and none the base's. */
    private static final Map<String, List<Experiment>> CHANGES = Map.ofEntries(
            many("batchSize", n -> BASE.batchSize(1 + n)),
            many("conjugateGradient", BASE::conjugateGradient),
            many("window", n -> BASE.images(BASE.images().normalized(2 * n - 1))),
            some("part", Stream.of(Part.TENTH, Part.SEVENTY_PERCENT).map(part -> BASE.images(new Images(part, 0)))),
            model("input channels", n -> MODEL.input(1 + n, 32, 32)),
            model("input height", n -> MODEL.input(1, 32 + n, 32)),
            model("input width", n -> MODEL.input(1, 32, 32 + n)),
            model("convolutions first", n -> MODEL.convolutions(64 + n, 64)),
            model("convolutions second", n -> MODEL.convolutions(64, 64 + n)),
            model("convolutions third", n -> MODEL.convolutions(64, 64, n)),
            model("filter", n -> MODEL.filter(5 + n)),
            model("padding", n -> MODEL.padding(n)),
            model("padding first", n -> MODEL.padding(n, 0)),
            model("padding second", n -> MODEL.padding(0, n)),
            model("pooling size", n -> MODEL.pooling(Pooling.l2(2 + n, 2))),
            model("pooling stride", n -> MODEL.pooling(Pooling.l2(2, 2 + n))),
            model("pooling max", n -> MODEL.pooling(Pooling.max(n, 2))),
            model("pooling average", n -> MODEL.pooling(Pooling.average(n, 2))),
            model("pooling padded", n -> MODEL.pooling(Pooling.max(99, 2).padded(n))),
            model("normalization", n -> MODEL.normalization(7 + 2 * n)),
            some("withoutNormalization", Stream.of(BASE.model(MODEL.withoutNormalization()))),
            some("activation", ACTIVATIONS.stream().map(it -> BASE.model(MODEL.activation(it)))),
            model("dense", n -> MODEL.dense(128 + n)),
            model("dropOutAfterConvolution first", n -> MODEL.dropOutAfterConvolution(1, n / 100.)),
            model("dropOutAfterConvolution second", n -> MODEL.dropOutAfterConvolution(2, n / 100.)),
            model("dropOutAfterDense", n -> MODEL.dropOutAfterDense(n / 100.)),
            model("classes", n -> MODEL.classes(10 + n)),
            some("loss", Stream.of(Loss.MULTI_MARGIN, Loss.SIGNED_SQUARED).map(it -> BASE.model(MODEL.loss(it)))),
            model("learningRate", n -> MODEL.learningRate(.001 + n / 1e6)),
            model("learningRate step", n -> MODEL.learningRate(LearningRates.step(.001, .1, n))),
            model("learningRate decay", n -> MODEL.learningRate(LearningRates.torchDecay(.001, n / 1e3))),
            model("learningRate cosine", n -> MODEL.learningRate(LearningRates.cosine(.001, n))),
            model("learningRate warm-up", n -> MODEL.learningRate(LearningRates.warmUp(n, LearningRates.cosine(.001, 100)))),
            model("updater adam", n -> MODEL.updater(new Adam(n / 1e3))),
            model("updater adam beta", n -> MODEL.updater(new Adam(2, n / 1e2, .999, 1e-8))),
            model("updater momentum", n -> MODEL.updater(new Momentum(.001, n / 1e2))),
            model("updater nesterov", n -> MODEL.updater(new Nesterovs(.001, n / 1e2))),
            model("updater adagrad", n -> MODEL.updater(new AdaGrad(n / 1e2))),
            some("initialisation", INITIALISATIONS.stream().map(it -> BASE.model(MODEL.initialisation(it)))),
            model("l2", n -> MODEL.l2(n / 1e4)),
            model("clipValues", n -> MODEL.clipValues(n)),
            model("clipNorm", n -> MODEL.clipNorm(n)),
            some("algorithm", Stream.of(OptimizationAlgorithm.CONJUGATE_GRADIENT, OptimizationAlgorithm.LBFGS)
                    .map(it -> BASE.model(MODEL.algorithm(it)))),
            some("doublePrecision", Stream.of(BASE.model(MODEL.doublePrecision()))));

    private static Map.Entry<String, List<Experiment>> model(String option, IntFunction<TorchConvnet> changed) {
        return many(option, n -> BASE.model(changed.apply(n)));
    }

    private static Map.Entry<String, List<Experiment>> many(String option, IntFunction<Experiment> changed) {
        return some(option, Stream.iterate(1, n -> n + 1).limit(90).map(changed::apply));
    }

    private static Map.Entry<String, List<Experiment>> some(String option, Stream<Experiment> changed) {
        return Map.entry(option, changed.toList());
    }

    /** Where in CHANGES. */
    record Place(String option, int number) {
        Experiment experiment() {
            return CHANGES.get(option).get(number);
        }
    }

    @Provide
    Arbitrary<Place> places() {
        return Arbitraries.of(new TreeSet<>(CHANGES.keySet())).flatMap(option ->
                Arbitraries.integers().between(0, CHANGES.get(option).size() - 1).map(number -> new Place(option, number)));
    }

    @Property(tries = 3000)
    void anyDifferenceIsAnotherId(@ForAll("places") Place one, @ForAll("places") Place other) {
        assertEquals(one.equals(other), one.experiment().id().equals(other.experiment().id()), one + " and " + other);
        assertNotEquals(BASE.id(), one.experiment().id());
    }

    @Property(tries = 200)
    void epochsAndSeedAreNotInIt(@ForAll("places") Place place, @ForAll("wholes") int epochs, @ForAll("wholes") int seed) {
        assertEquals(place.experiment().id(), place.experiment().epochs(epochs).seed(seed).id());
    }

    @Provide
    Arbitrary<Integer> wholes() {
        return Arbitraries.integers().greaterOrEqual(1);
    }

    /** Two changes at a time, one after the other or the other way round, are the same experiment. */
    @Property(tries = 200)
    void itIsOfTheValueNotOfTheWayThere(@ForAll("wholes") int batch, @ForAll("places") Place place) {
        Experiment changed = place.experiment();
        if (!place.option().equals("batchSize")) {
            assertEquals(changed.batchSize(batch).id(), BASE.batchSize(batch).images(changed.images()).model(changed.model())
                    .conjugateGradient(changed.conjugateGradient()).id());
        }
    }

    /** An option that is added to the builder must be in the id, and here. */
    @Example
    void noOptionOfTheModelIsForgotten() {
        Set<String> options = Stream.of(TorchConvnet.class.getMethods()).filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType().isAssignableFrom(TorchConvnet.class) && method.getReturnType() != Object.class)
                .map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> tried = CHANGES.keySet().stream().map(option -> option.replaceFirst(" .*", "")).collect(Collectors.toSet());
        assertTrue(options.size() > 15 && options.contains("clipNorm") && options.contains("dense"), options.toString());
        options.removeAll(tried);
        assertEquals(Set.of(), options);
    }

    /**
     * Another process, machine or year gives the same. Where one of these must change, so do all rows in data/results that were made of it: they
     * have to be measured again.
     */
    @Example
    void isWhatTheStoreHas() {
        Map<String, String> ids = Map.ofEntries(
                Map.entry("kit-lab1/fig1 64-64-128", "4cbd87b2bbdc"),
                Map.entry("kit-lab1/fig3 batch 16", "80692382acba"),
                Map.entry("kit-lab1/fig3-scaled batch 128", "4f9e92e20063"),
                Map.entry("kit-lab1/fig4 conjugate gradient", "15ede2f2b1a9"),
                Map.entry("kit-lab1/fig8 conv2", "4b7b0b101de6"),
                Map.entry("kit-lab1/final final model", "677f85bcd1f3"),
                Map.entry("nyu-2015/table3.1 original model", "d4cc13f9ffb2"),
                Map.entry("nyu-2015/table3.2 gaussian 15", "76c47368f2f6"),
                Map.entry("nyu-2015/table3.4 multi-margin", "867679042b8b"),
                Map.entry("nyu-2015/fig3.2 3 layers", "1b7fc3e8b625"));
        Map<String, String> now = Sweeps.all().stream().flatMap(sweep -> sweep.curves().stream()
                .map(curve -> Map.entry(sweep.name() + " " + curve.name(), curve.experiment().id()))).filter(it -> ids.containsKey(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertEquals(ids, now);
    }

    @Example
    void saysEverythingInOneLine() {
        assertEquals("MNIST, all 60000 training and 10000 test images; 32x32, standardised | input 1x32x32; convolutions 64 64; filter 5; "
                + "padding 0 0; L2 pooling 2x2, stride 2; normalization 7; tanh; dense 128; dropped 0.0 0.0 0.0; classes 10; "
                + "negative log-likelihood; Torch: U(±1/√fan_in); Sgd(learningRate=0.001, learningRateSchedule=null); l2 0.0; "
                + "STOCHASTIC_GRADIENT_DESCENT; clipping None; FLOAT | batch 16", BASE.batchSize(16).content());
    }

    @Example
    void refusesWhatIsNoTraining() {
        for (Runnable wrong : List.<Runnable>of(() -> BASE.batchSize(0), () -> BASE.epochs(0), () -> BASE.seed(-1),
                () -> BASE.conjugateGradient(-1))) {
            assertThrows(IllegalArgumentException.class, wrong::run);
        }
    }
}
