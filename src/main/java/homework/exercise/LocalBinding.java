package homework.exercise;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Calls a method of this JVM, which is what a notebook has: a lambda around what the student has written. All calls run on
 * one thread of their own, with a time limit over all calls and with its printing kept back.
 */
public final class LocalBinding implements Binding, AutoCloseable {
    private final Object answer;
    private final Method method;
    private final Limited limited;
    private String printedBefore;

    /**
     * @param answer an object of the exercise's interface
     * @param method the interface's method
     * @param limit for all calls together
     */
    public LocalBinding(Object answer, Method method, Duration limit) {
        this.answer = answer;
        this.method = method;
        this.limited = new Limited(limit);
        // A lambda's class is hidden from us, its interface is not.
        method.setAccessible(true);
    }

    @Override
    public Call call(Object... arguments) throws InterruptedException {
        Object[] before = (Object[]) Copies.of(arguments);
        Object[] given = (Object[]) Copies.of(arguments);
        return limited.run(() -> {
            Object value = invoke(given);
            List<Integer> changed = differing(before, given);
            // Here and not at the caller's: a value may be an object of the student's whose methods do not end.
            Object copy = Copies.of(value);
            return new Call(copy, changed, shared(value, copy, given));
        });
    }

    private Object invoke(Object[] given) throws Throwable {
        try {
            return method.invoke(answer, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static List<Integer> differing(Object[] before, Object[] after) {
        return IntStream.range(0, before.length).filter(i -> !Copies.same(before[i], after[i])).boxed().toList();
    }

    private static List<Integer> shared(Object value, Object copy, Object[] given) {
        List<Integer> shared = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            Copies.disturb(given[i]);
            if (!Copies.same(value, copy)) {
                shared.add(i);
                break;
            }
        }
        return shared;
    }

    @Override
    public void hiddenTestsBegin() {
        printedBefore = printed();
    }

    /** What the student's method has printed, but for hidden tests, whose inputs it may be. */
    public String printed() {
        return printedBefore == null ? limited.printed() : printedBefore;
    }

    @Override
    public void close() {
        limited.close();
    }
}
