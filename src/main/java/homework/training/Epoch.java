package homework.training;

import homework.engine.Pass;
import java.util.Locale;

/**
 * What was measured in one epoch. A score that was not asked for has no examples, and its loss and error are not numbers.
 *
 * @param number 1 for the first
 * @param running over the training images while the weights moved, each image as it was when its turn came: what Torch's examples print
 *     as the training error
 * @param train over the training images after the epoch, in evaluation mode
 * @param validation over the validation images after the epoch, in evaluation mode
 * @param learningRate at the epoch's last step
 * @param trainingSeconds in the steps
 * @param evaluationSeconds in the two scores after the epoch
 */
public record Epoch(int number, Pass running, Pass train, Pass validation, double learningRate, double trainingSeconds,
        double evaluationSeconds) {

    /** Better on the validation images: fewer errors, or as many with less loss. */
    boolean isBetterThan(Epoch other) {
        int fewer = Double.compare(validation.error(), other.validation.error());
        return fewer < 0 || fewer == 0 && validation.loss() < other.validation.loss();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("epoch " + number + ": running " + told(running));
        if (train.examples() > 0) {
            text.append(" · train ").append(told(train));
        }
        if (validation.examples() > 0) {
            text.append(" · validation ").append(told(validation));
        }
        double perSecond = running.examples() / trainingSeconds;
        return text + String.format(Locale.ROOT, " · %.1f s, %.0f images/s", trainingSeconds + evaluationSeconds, perSecond);
    }

    /** 3.42 % (loss 0.1576). */
    static String told(Pass pass) {
        return String.format(Locale.ROOT, "%.2f %% (loss %.4f)", pass.error(), pass.loss());
    }
}
