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
 * @param mend see {@link Mend}
 */
public record Step(String label, String says, Formula<double[]> formula, String report, boolean expectRight, String cause, Mend mend) {

    /**
     * What is wrong with a claim where no pattern of the differences tells it, and the claim with just that put right; null if the
     * pattern is to tell.
     *
     * @param says what stands where something else belongs
     * @param formula the claim, mended; if it is right, the cause is found
     */
    record Mend(String says, Formula<double[]> formula) {
    }

    static Step own(String label, String says, Formula<double[]> formula) {
        return new Step(label, says, formula, "", true, "", null);
    }

    static Step claim(String report, String label, String says, Formula<double[]> formula) {
        if (report.isBlank()) {
            throw new IllegalArgumentException("a claim needs the key of its report, but " + label + " has none; a step of our own is a step(...)");
        }
        return new Step(label, says, formula, report, true, "", null);
    }

    Step wrong(String word, Mend repair) {
        if (!isClaim()) {
            throw new IllegalStateException("only a claim may be expected to be wrong, but " + label + " is a step of the derivation itself; "
                    + "add it with claim(report, label, ...)");
        }
        return new Step(label, says, formula, report, false, word, repair);
    }

    /** Whether a cause of this key was announced: "factor" announces "factor β" as well, but "sign" does not announce "diagonal sign". */
    boolean isAnnounced(String key) {
        return cause.isEmpty() || key.equals(cause) || key.startsWith(cause + " ");
    }

    /** The claim with its fault put right, as a step of its own. */
    Step mended() {
        return new Step(label, mend.says, mend.formula, report, true, "", null);
    }

    /** Whether a report states it. */
    public boolean isClaim() {
        return !report.isEmpty();
    }

    String name() {
        return isClaim() ? report + ": " + label : label;
    }
}
