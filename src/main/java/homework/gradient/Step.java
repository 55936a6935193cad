package homework.gradient;

/**
 * A line of a derivation.
 *
 * @param says what the step does, in words or symbols; may be empty
 * @param report the key of the report that claims it; empty for a step of our own
 * @param expectRight whether it is expected to agree
 * @param cause a word that must occur in the key of the likely cause of a claim expected to fail; empty if any will do
 */
record Step(String label, String says, Formula<double[]> formula, String report, boolean expectRight, String cause) {

    static Step own(String label, String says, Formula<double[]> formula) {
        return new Step(label, says, formula, "", true, "");
    }

    Step wrong(String cause) {
        if (report.isEmpty()) {
            throw new IllegalStateException("only a claim may be expected to be wrong, but " + label + " is a step of the derivation itself; "
                    + "add it with claim(report, label, ...)");
        }
        return new Step(label, says, formula, report, false, cause);
    }

    String name() {
        return report.isEmpty() ? label : report + ": " + label;
    }
}
