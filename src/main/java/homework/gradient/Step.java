package homework.gradient;

/**
 * A line of a derivation.
 *
 * @param label how the text names it
 * @param says what the step does, in words or symbols; may be empty
 * @param formula its value for an input
 * @param report the key of the report that claims it; empty for a step of our own
 * @param expectRight whether it is expected to agree
 * @param cause the key, or the first words of the key, of the likely cause of a claim expected to fail; empty if any will do
 */
public record Step(String label, String says, Formula<double[]> formula, String report, boolean expectRight, String cause) {

    static Step own(String label, String says, Formula<double[]> formula) {
        return new Step(label, says, formula, "", true, "");
    }

    static Step claim(String report, String label, String says, Formula<double[]> formula) {
        if (report.isBlank()) {
            throw new IllegalArgumentException("a claim needs the key of its report, but " + label + " has none; a step of our own is a step(...)");
        }
        return new Step(label, says, formula, report, true, "");
    }

    Step wrong(String word) {
        if (!isClaim()) {
            throw new IllegalStateException("only a claim may be expected to be wrong, but " + label + " is a step of the derivation itself; "
                    + "add it with claim(report, label, ...)");
        }
        return new Step(label, says, formula, report, false, word);
    }

    /** Whether a cause of this key was announced: "factor" announces "factor β" as well, but "sign" does not announce "diagonal sign". */
    boolean isAnnounced(String key) {
        return cause.isEmpty() || key.equals(cause) || key.startsWith(cause + " ");
    }

    /** Whether a report states it. */
    public boolean isClaim() {
        return !report.isEmpty();
    }

    String name() {
        return isClaim() ? report + ": " + label : label;
    }
}
