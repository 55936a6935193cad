package homework.exercise.backprop;

import java.util.Locale;

/** What a node of a {@link Graph} computes from its inputs. */
public enum Operation {
    /** A number that is given, not computed. */
    INPUT(0),
    /** σ(x) = 1 / (1 + e^−x). */
    SIGMOID(1),
    MAX(2),
    MIN(2),
    SUM(2),
    TIMES(2);

    /** How many inputs it reads. */
    private final int arity;

    Operation(int arity) {
        this.arity = arity;
    }

    /**
     * The value of a node.
     *
     * @param inputs the values it reads: one for {@link #SIGMOID}, two for all others
     * @throws IllegalArgumentException if there are more or fewer, or for {@link #INPUT}, whose value nobody can compute
     */
    public double of(double... inputs) {
        if (inputs.length != arity) {
            throw new IllegalArgumentException(this + " reads " + arity + (arity == 1 ? " number" : " numbers") + ", but was given " + inputs.length);
        }
        return switch (this) {
            case INPUT -> throw new IllegalArgumentException("the value of an INPUT is given and cannot be computed; take it from x");
            case SIGMOID -> 1 / (1 + Math.exp(-inputs[0]));
            case MAX -> Math.max(inputs[0], inputs[1]);
            case MIN -> Math.min(inputs[0], inputs[1]);
            case SUM -> inputs[0] + inputs[1];
            case TIMES -> inputs[0] * inputs[1];
        };
    }

    /** Its name in lower case, as {@link Graph} shows it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
