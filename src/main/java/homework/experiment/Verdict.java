package homework.experiment;

/** What a comparison of a published number with ours says. */
public enum Verdict {
    /** Nearer than twice the error of the difference: one of twenty agreements is missed by luck. */
    AGREES("agrees"),
    /** Farther apart than that. */
    DIFFERS("differs"),
    /** One of the two is not there, or says too little. */
    NOT_MEASURABLE("not measurable");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
