package homework.gradient;

import java.util.Arrays;

/** A function at a movable point, watched: whatever makes its answers useless becomes one clear message. */
final class Guarded<T> {
    private final String name;
    private final Formula<T> function;
    private final Probe<T> probe;
    private Values first;

    /** Calls the function twice at the point to see that it answers, answers the same, and leaves the point alone. */
    Guarded(String name, Formula<T> function, Probe<T> probe) {
        this.name = name;
        this.function = function;
        this.probe = probe;
        Values before = probe.values();
        first = value();
        if (first.size() == 0) {
            throw new FunctionFault(name + " returned an empty " + first.shapeText() + "; expected at least one number");
        }
        Values after = probe.values();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) != after.get(i)) {
                throw new FunctionFault(name + " changed its argument: entry " + before.place(i) + " was "
                        + Text.apart(before.get(i), after.get(i)) + " and is " + Text.apart(after.get(i), before.get(i))
                        + " afterwards; work on a copy");
            }
        }
        expectSameAnswer();
    }

    /** The value at the unmoved point. */
    Values first() {
        return first;
    }

    /** The value at the point as it is now. */
    Values value() {
        Values value = call();
        if (first != null && !value.sameShape(first)) {
            throw new FunctionFault(name + " returned shape " + first.shapeText() + " and then, for an input of the same shape, "
                    + value.shapeText());
        }
        for (int i = 0; i < value.size(); i++) {
            if (!Double.isFinite(value.get(i))) {
                throw new FunctionFault(name + " returned " + value.get(i) + (value.rank() == 0 ? "" : " in entry " + value.place(i))
                        + " at x = " + probe.values() + "; expected a finite number");
            }
        }
        return value;
    }

    /** To be asked again when all is done: a function that counts or draws has another answer by then. */
    void expectSameAnswer() {
        Values again = value();
        // Sums in several threads may differ in their last digits.
        double close = 1e-12 * Arrays.stream(first.toArray()).map(Math::abs).max().orElse(0);
        for (int i = 0; i < again.size(); i++) {
            if (Math.abs(again.get(i) - first.get(i)) > close) {
                throw new FunctionFault(name + " gave " + Text.apart(first.get(i), again.get(i)) + " and then "
                        + Text.apart(again.get(i), first.get(i)) + " for the same input; "
                        + "it must not draw random numbers (give it a seed) or keep anything between calls");
            }
        }
    }

    private Values call() {
        Object value;
        try {
            value = function.at(probe.point());
        } catch (FunctionFault fault) {
            throw fault;
        } catch (Exception e) {
            throw new FunctionFault(name + " threw " + e.getClass().getSimpleName()
                    + (e.getMessage() == null ? "" : ": " + e.getMessage().lines().findFirst().orElse("")), e);
        }
        try {
            return Values.of(value);
        } catch (IllegalArgumentException e) {
            throw new FunctionFault(name + ": " + e.getMessage(), e);
        }
    }
}
