package homework.exercise.start;

import homework.exercise.Answers;
import homework.exercise.Exercise;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The exercises of the notebook 0-start/data-and-splits. */
public final class DataAndSplits {

    public static final Exercise<Normalise> NORMALISE = new Exercise<>("normalise", Normalise.class, NormaliseChecks.class);
    public static final Exercise<SplitByOriginal> SPLIT_BY_ORIGINAL =
            new Exercise<>("splitByOriginal", SplitByOriginal.class, SplitByOriginalChecks.class);
    public static final Exercise<Answers> QUESTIONS = new Exercise<>("the three questions", Answers.class, DataAndSplitsQuestionsChecks.class);

    private DataAndSplits() {
    }

    /** (x − μ) / σ of each pixel, with the statistics of the training images. */
    @FunctionalInterface
    public interface Normalise {
        /**
         * @param images what is to be standardised, any shape, float or double
         * @param train the training images, from which μ and σ (divisor M) are taken; of the same type
         * @return a new array in the shape and the type of images
         */
        INDArray of(INDArray images, INDArray train) throws Exception;
    }

    /** A split that keeps all versions of one original on the same side. */
    @FunctionalInterface
    public interface SplitByOriginal {
        /**
         * @param original for each image the number of the original it was made from; any numbers, in any order, each any number of times
         * @param fraction the part of the originals, rounded to whole ones, whose versions are for training
         * @param seed the same seed gives the same split
         * @return {train, validation}, the indices of images
         */
        int[][] of(int[] original, double fraction, long seed) throws Exception;
    }
}
