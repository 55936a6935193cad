package homework.engine;

import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Adds up loss and correct examples of DL4J's forward passes, with the parameters that the pass was made with. */
final class ScoreListener extends BaseTrainingListener {
    private double loss;
    private int correct;
    private int examples;
    private boolean expecting = true;

    /** The next forward pass is a step's first: only that one counts. Conjugate gradient and L-BFGS make several a step. */
    void expectStep() {
        expecting = true;
    }

    /** @param activations the last of them is the input of the output layer */
    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        if (!expecting) {
            return;
        }
        expecting = false;
        MultiLayerNetwork network = (MultiLayerNetwork) model;
        INDArray input = activations.get(activations.size() - 1);
        INDArray labels = network.getLabels();
        var output = network.getOutputLayer();
        var preprocessor = network.getLayerWiseConfigurations().getInputPreProcess(network.getnLayers() - 1);
        INDArray rows = preprocessor == null ? input : input.reshape(input.size(0), -1);
        boolean dense = output.paramTable() != null && !output.paramTable().isEmpty();
        INDArray scores = dense ? rows.mmul(output.getParam("W")) : rows;
        if (dense && output.getParam("b") != null) {
            scores.addiRowVector(output.getParam("b"));
        }
        INDArray best = scores.argMax(1);
        INDArray right = labels.argMax(1);
        for (int i = 0; i < labels.size(0); i++) {
            correct += best.getInt(i) == right.getInt(i) ? 1 : 0;
        }
        LastLayer last = LastLayer.of(network);
        loss += last.loss().computeScore(labels, scores, last.activation(), null, false);
        examples += (int) labels.size(0);
    }

    boolean isFinite() {
        return Double.isFinite(loss);
    }

    Pass pass(int steps) {
        return new Pass(steps, examples, examples == 0 ? 0 : loss / examples, correct);
    }
}
