package homework.exercise.convnet;

import homework.exercise.Answers;
import homework.exercise.Exercise;

/** The exercises of the notebook 3-convnet/experiments: how sure an error rate is, whether two models differ, which one to take. */
public final class Experiments {

    public static final Exercise<SamplingError> SAMPLING_ERROR =
            new Exercise<>("samplingError", SamplingError.class, SamplingErrorChecks.class);
    public static final Exercise<Paired> MCNEMAR = new Exercise<>("mcNemar", Paired.class, McNemarChecks.class);
    public static final Exercise<Pick> PICK = new Exercise<>("pick", Pick.class, PickChecks.class);
    public static final Exercise<Answers> QUESTIONS = new Exercise<>("answers", Answers.class, ExperimentsQuestionsChecks.class);

    private Experiments() {
    }

    /** The standard deviation of an error rate that was counted on some images drawn at random. */
    @FunctionalInterface
    public interface SamplingError {
        /**
         * @param errorPercent the error rate, 0 to 100
         * @param images how many it was counted on
         * @return √(p(100 − p)/n) in percentage points
         */
        double of(double errorPercent, int images) throws Exception;
    }

    /** McNemar's comparison of two models that answered the same images. */
    @FunctionalInterface
    public interface Paired {
        /**
         * @param wrongA places of the images that model A answered wrongly, ascending
         * @param wrongB the same of model B
         * @return z = (b − c)/√(b + c), where b images are wrong in A alone and c in B alone; 0 if there are none of either
         */
        double of(int[] wrongA, int[] wrongB) throws Exception;
    }

    /** The choice of a model, and of the epoch at which to stop it, by validation errors. */
    @FunctionalInterface
    public interface Pick {
        /**
         * @param validation errors in percent, [model][epoch]; the simplest model first; runs may be of different length
         * @return {model, epoch} of the lowest error, both counted from 0; of equal ones the first model, and in it the first epoch
         */
        int[] of(double[][] validation) throws Exception;
    }
}
