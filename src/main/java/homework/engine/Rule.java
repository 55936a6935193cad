package homework.engine;

import java.util.List;

/** How a step moves the parameters. */
interface Rule {
    /** To be called once, when all parameters have their layouts. */
    void build();

    /**
     * The step that makes {@code iteration} + 1 steps of the network.
     *
     * @param batch has been forward through the network, and its loss is a number
     * @return false if the gradient is not, as far as the rule had to look at it
     */
    boolean step(int iteration, int epoch, Minibatch batch);

    /** The operations that each step has besides those of the minibatch, for a profile. */
    List<Step> steps();
}
