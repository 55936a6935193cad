package homework.training;

/** How fast a training goes in this process, and how long it will still take. */
final class Pace {
    private double seconds;
    private long examples;
    private double evaluationSeconds;

    void trained(int more, double inSeconds) {
        examples += more;
        seconds += inSeconds;
    }

    /** What the scores after an epoch took, the last time. */
    void evaluated(double inSeconds) {
        evaluationSeconds = inSeconds;
    }

    /** Not a number before anything was trained. */
    double perSecond() {
        return examples / seconds;
    }

    double left(long examplesLeft, int evaluationsLeft) {
        return examplesLeft / perSecond() + evaluationsLeft * evaluationSeconds;
    }
}
