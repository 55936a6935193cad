package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;

class SweepsTest {
    /** Found by building the networks, not by their descriptions. */
    @Test
    void curvesShareAnIdIfTheyAreTheSameTraining() {
        Map<String, String> trainings = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        for (Sweep sweep : Sweeps.all()) {
            for (Sweep.Curve curve : sweep.curves()) {
                String training = training(curve.experiment());
                String id = curve.experiment().id();
                String name = sweep.name() + " " + curve.name();
                assertEquals(training, trainings.computeIfAbsent(id, it -> training), name + " has the id of another training");
                assertEquals(id, ids.computeIfAbsent(training, it -> id), name + " is a training that has another id elsewhere");
            }
        }
        assertTrue(ids.size() > 30, ids.size() + " different trainings");
    }

    private static String training(Experiment experiment) {
        MultiLayerNetwork network = experiment.model().build(1);
        return experiment.images().part() + " " + experiment.images().window() + " " + experiment.batchSize() + " "
                + experiment.conjugateGradient() + " " + Arrays.hashCode(network.params().toFloatVector()) + " "
                + network.getLayerWiseConfigurations().toJson();
    }

    @Test
    void namesAreOfAReportAndAFigure() {
        List<String> names = Sweeps.all().stream().map(Sweep::name).toList();
        assertEquals(names.size(), names.stream().distinct().count());
        for (Sweep sweep : Sweeps.all()) {
            assertEquals(sweep.name(), sweep.report() + "/" + sweep.figure());
            List<String> curves = sweep.curves().stream().map(Sweep.Curve::name).toList();
            assertEquals(curves.size(), curves.stream().distinct().count(), sweep.name());
            assertTrue(!curves.isEmpty(), sweep.name());
        }
    }

    @Test
    void runsHaveTheSeedsFromOneOn() {
        Sweep sweep = new Sweep("tiny/fig1", "A sweep", Sweep.Axes.ERROR).curve("one", Tiny.experiment(3), 3).curve("two", Tiny.experiment(4), 1);
        assertEquals(List.of(1L, 2L, 3L, 1L), sweep.runs().stream().map(Experiment::seed).toList());
        assertEquals(List.of(1L, 2L, 1L), sweep.atMost(2, 9).runs().stream().map(Experiment::seed).toList());
        assertEquals(List.of(3, 3, 3, 4), sweep.runs().stream().map(Experiment::epochs).toList());
        assertEquals(List.of(3, 3, 3, 3), sweep.atMost(9, 3).runs().stream().map(Experiment::epochs).toList());
    }
}
