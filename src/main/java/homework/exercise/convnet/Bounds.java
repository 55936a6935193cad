package homework.exercise.convnet;

import homework.exercise.Problem;
import java.util.concurrent.Callable;

/** Loops that run past the border of a map, which is where these exercises go wrong first: told together with what keeps them inside. */
final class Bounds {
    private Bounds() {
    }

    static double[][][] kept(Callable<double[][][]> answer, String cause) throws Exception {
        try {
            return answer.call();
        } catch (Problem problem) {
            boolean isOutside = problem.key().equals("exception") && problem.getMessage().contains("ArrayIndexOutOfBounds");
            throw isOutside ? problem.likely(cause) : problem;
        }
    }
}
