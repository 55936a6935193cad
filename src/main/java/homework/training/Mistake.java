package homework.training;

import java.util.Locale;

/**
 * An image that was taken for another class.
 *
 * @param index its place in the data, from 0
 * @param truth its class
 * @param predicted the class it was taken for
 * @param output what the network gave for that class
 * @param ofTruth what it gave for the right class
 * @param outputs what these two numbers are
 */
public record Mistake(int index, int truth, int predicted, double output, double ofTruth, Outputs outputs) {

    /**
     * How sure the network was: the probability of the wrong class. A score means nothing by itself; there it is by how much that of the wrong
     * class is greater than that of the right one.
     */
    public double sureness() {
        return outputs == Outputs.PROBABILITIES ? output : output - ofTruth;
    }

    /** Short enough to stand under the image, as in "4 for 9, 98 %" or "4 for 9, score +1.50": a 4 was taken for a 9, and how sure that was. */
    public String label() {
        return truth + " for " + predicted + ", " + (outputs == Outputs.PROBABILITIES ? outputs.text(output)
                : String.format(Locale.ROOT, "score +%.2f", sureness()));
    }

    @Override
    public String toString() {
        return "image " + index + ": " + truth + " taken for " + predicted + ", " + outputs.text(output) + " (right class: "
                + outputs.text(ofTruth) + ")";
    }
}
