package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Exercise;

/** The exercises of the notebook 1-backprop/computation-graph. */
public final class ComputationGraph {

    public static final Exercise<ByHand> BY_HAND = new Exercise<>("byHand", ByHand.class, GraphByHandChecks.class);
    public static final Exercise<Forward> VALUES = new Exercise<>("values", Forward.class, GraphValuesChecks.class);
    public static final Exercise<Local> LOCAL = new Exercise<>("local", Local.class, GraphLocalChecks.class);
    public static final Exercise<Backward> BACKWARD = new Exercise<>("backward", Backward.class, GraphBackwardChecks.class);
    public static final Exercise<Answers> QUESTIONS = new Exercise<>("answers", Answers.class, ComputationGraphQuestionsChecks.class);

    private ComputationGraph() {
    }

    /** dE/dx1 and dE/dx2 of y = max(σ(x1), σ(x2)) + min(σ(x1), σ(x2)), as a formula. */
    @FunctionalInterface
    public interface ByHand {
        /**
         * @param gradient dE/dy
         * @return dE/dx1 and dE/dx2
         */
        double[] of(double x1, double x2, double gradient) throws Exception;
    }

    /** The values of all nodes. */
    @FunctionalInterface
    public interface Forward {
        /**
         * @param x the values of the graph's inputs, in the order of their nodes
         * @return the value of each node, in the order of the nodes
         */
        double[] of(Graph graph, double[] x) throws Exception;
    }

    /** The derivatives of one node's value with respect to each of its inputs. */
    @FunctionalInterface
    public interface Local {
        /**
         * @param operation any but {@link Operation#INPUT}, which reads nothing
         * @param inputs the values that the node reads, as many as the operation takes
         * @return a derivative for each of them; where the two inputs of max or min are equal, one half for each
         */
        double[] of(Operation operation, double[] inputs) throws Exception;
    }

    /** dE/d(node) for all nodes. */
    @FunctionalInterface
    public interface Backward {
        /**
         * @param local for each node, its derivative with respect to each of its inputs, in the order of {@link Graph#inputs(int)};
         *     handed in and not computed, so that this can be written and tested before {@link Local} is
         * @param gradient dE/dy, where y is the last node
         * @return dE/d(node) in the order of the nodes
         */
        double[] of(Graph graph, double[][] local, double gradient) throws Exception;
    }
}
