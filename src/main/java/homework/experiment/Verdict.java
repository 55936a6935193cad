package homework.experiment;

/** What a comparison of a published number with ours says. */
public enum Verdict {
    /** Not farther apart than luck brings two runs of the same network 95 times of a hundred: of twenty that are the same, one is missed. */
    AGREES("agrees"),
    /** Farther apart than that. */
    DIFFERS("differs"),
    /** One of the two is not there, or they are apart and no curve has two runs to tell how far luck goes. */
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
