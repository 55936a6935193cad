package homework.exercise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known about an exercise and kept from students: tests of its tests.
 *
 * @param hidden the class of {@link Hidden} tests; none for questions, whose letters have no other inputs
 * @param reference an answer that is right
 * @param wrong answers that are wrong, the reports' own errors among them
 */
public record Known<A>(Exercise<A> exercise, List<Class<?>> hidden, A reference, List<Wrong<A>> wrong) {

    /**
     * An answer that is wrong.
     *
     * @param name what is wrong with it
     * @param loses the visible tests (names of their methods) that it must lose, and no other
     * @param cause the {@link Problem#key} that must be told of the first of them
     */
    public record Wrong<A>(String name, A answer, Set<String> loses, String cause) {
    }

    public static <A> Known<A> of(Exercise<A> exercise, Class<?> hidden, A reference) {
        return new Known<>(exercise, List.of(hidden), reference, List.of());
    }

    /** What is known about questions. */
    public static Known<Answers> of(Exercise<Answers> questions, Answers reference) {
        return new Known<>(questions, List.of(), reference, List.of());
    }

    /** Runs the visible and the hidden tests on an answer, the hidden ones on inputs of this seed. */
    Score score(A answer, long seed) throws InterruptedException {
        return Checker.run(exercise, answer, seed, hidden.toArray(Class<?>[]::new));
    }

    /** One more wrong answer; {@code cause} is the key ("value" where no cause can be told), {@code loses} are the tests it loses, the first one telling the cause. */
    public Known<A> wrong(String name, A answer, String cause, String... loses) {
        List<Wrong<A>> more = new ArrayList<>(wrong);
        more.add(new Wrong<>(name, answer, new LinkedHashSet<>(List.of(loses)), cause));
        return new Known<>(exercise, hidden, reference, List.copyOf(more));
    }
}
