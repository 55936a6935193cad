package homework.engine;

/** Adds up loss and correct examples. */
final class Tally {
    private final Objective objective;
    private final int classes;
    private double loss;
    private int correct;
    private int examples;

    Tally(Objective objective, int classes) {
        this.objective = objective;
        this.classes = classes;
    }

    /** The image in this row of the scores, whose class is {@code label}. */
    void add(float[] scores, int row, int label) {
        loss += objective.loss(scores, row * classes, classes, label);
        correct += Objective.best(scores, row * classes, classes) == label ? 1 : 0;
        examples++;
    }

    /** Whether every loss so far was a number. */
    boolean isFinite() {
        return Double.isFinite(loss);
    }

    Pass pass(int steps) {
        return new Pass(steps, examples, examples == 0 ? 0 : loss / examples, correct);
    }
}
