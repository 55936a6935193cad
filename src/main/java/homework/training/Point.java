package homework.training;

import homework.engine.Pass;
import java.util.Locale;

/**
 * What was measured inside an epoch, every so many steps.
 *
 * @param step counted from the first step of the training
 * @param epochs the same place in epochs: 1.5 is the middle of the second
 * @param running over the training images since the point before, while the weights moved
 * @param probe over the probe, in evaluation mode; without examples if there is no probe
 */
public record Point(int step, double epochs, Pass running, Pass probe) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "after %d steps, epoch %.2f: running %s%s", step, epochs, Epoch.told(running),
                probe.examples() == 0 ? "" : " · probe " + Epoch.told(probe));
    }
}
