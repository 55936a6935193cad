package homework.exercise;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** The calls that one test has made of the student's method, for tests of how it treats what it is given. */
public final class Calls {
    private final Method method;
    private final List<Binding.Call> made = new ArrayList<>();

    Calls(Method method) {
        this.method = method;
    }

    void add(Binding.Call call) {
        made.add(call);
    }

    /** Fails if a call changed an argument, or returned an array that is one of its arguments or a view of it. */
    public void leftArgumentsAlone() {
        for (Binding.Call call : made) {
            for (int argument : call.changed()) {
                throw Problem.of("argument changed", "changed its argument " + name(argument) + "; whoever called still needs it as it was")
                        .likely(isNested(argument)
                                ? "an assignment to an element; write into new arrays (clone copies the outermost alone, its rows are the argument's)"
                                : "an operation in place, such as muli, subi or an assignment to an element; "
                                + "use mul, sub, or begin with a copy (dup, clone)");
            }
            for (int argument : call.shared()) {
                throw Problem.of("view", "returned a view of its argument " + name(argument) + ": whoever changes one changes the other")
                        .likely("the argument itself, or a reshape, get or transpose of it, was returned; return a copy (dup, clone)");
            }
        }
    }

    /** An array of arrays, whose clone shares its rows. */
    private boolean isNested(int argument) {
        Class<?> type = method.getParameterTypes()[argument];
        return type.isArray() && type.getComponentType().isArray();
    }

    private String name(int argument) {
        return method.getParameters()[argument].getName();
    }
}
