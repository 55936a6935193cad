package homework.exercise;

import homework.exercise.backprop.ActivationsKnown;
import homework.exercise.backprop.ComputationGraphKnown;
import homework.exercise.backprop.SoftmaxKnown;
import homework.exercise.convnet.ExperimentsKnown;
import homework.exercise.convnet.MnistConvnetKnown;
import homework.exercise.start.DataAndSplitsKnown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bank of answers: all that is known about the exercises of each notebook. */
public final class Bank {
    public static final Map<String, List<Known<?>>> BY_NOTEBOOK = byNotebook();
    /** The reference, which comes before the wrong answers. */
    public static final int REFERENCE = -1;

    private Bank() {
    }

    private static Map<String, List<Known<?>>> byNotebook() {
        Map<String, List<Known<?>>> bank = new LinkedHashMap<>();
        bank.put("0-start/data-and-splits", DataAndSplitsKnown.ALL);
        bank.put("1-backprop/activations", ActivationsKnown.ALL);
        bank.put("1-backprop/softmax", SoftmaxKnown.ALL);
        bank.put("1-backprop/computation-graph", ComputationGraphKnown.ALL);
        bank.put("3-convnet/mnist", MnistConvnetKnown.ALL);
        bank.put("3-convnet/experiments", ExperimentsKnown.ALL);
        return bank;
    }

    /** How many answers there are, references among them. */
    public static int size() {
        return BY_NOTEBOOK.values().stream().flatMap(List::stream).mapToInt(known -> 1 + known.wrong().size()).sum();
    }

    /**
     * One answer, for a cell that has only words for it.
     *
     * @param known its exercise's place in the notebook
     * @param wrong which of the wrong answers, or {@link #REFERENCE}
     */
    public static Object answer(String notebook, int known, int wrong) {
        Known<?> exercise = BY_NOTEBOOK.get(notebook).get(known);
        return wrong == REFERENCE ? exercise.reference() : exercise.wrong().get(wrong).answer();
    }
}
