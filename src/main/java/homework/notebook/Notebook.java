package homework.notebook;

import homework.exercise.Checker;
import homework.exercise.Exercise;
import homework.exercise.Problem;
import homework.exercise.Score;
import homework.gradient.Derivation;
import homework.gradient.DerivationResult;
import homework.gradient.Inputs;
import homework.plot.Plot;
import homework.training.DivergedTraining;
import homework.training.Fit;
import homework.training.History;
import homework.training.TerminalProgress;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.nd4j.common.config.ND4JClassLoading;
import tech.tablesaw.api.Table;

/**
 * What a notebook says in one word each; every notebook begins with {@code import static homework.notebook.Notebook.*;}.
 *
 * <p>In JJava and IJava output appears in the page, as HTML with a text form for screen readers and diffs. Outside a kernel the
 * text form is printed.
 */
public final class Notebook {

    static {
        // Charts are painted into memory; without this macOS opens an application window beside the browser.
        System.setProperty("java.awt.headless", "true");
        // ND4J finds its backend through the class loader of the first thread that touches it, and a pool thread of a
        // kernel does not see the notebook's class path.
        ND4JClassLoading.setNd4jClassloaderFromClass(Notebook.class);
    }

    private Notebook() {
    }

    /**
     * Shows values one below the other: a {@link Plot} and a {@link BufferedImage} as a picture, a Tablesaw {@link Table} as a
     * table, an array as its elements, anything else as the text of its {@code toString()}.
     */
    public static void show(Object... values) {
        if (values == null || values.length == 0) {
            throw new IllegalArgumentException("show needs something to show: a plot, a table, a picture or text, for instance show(mnist)");
        }
        Display display = Display.current();
        for (Object value : values) {
            Output output = Output.of(value, display.isKernel());
            display.show(output.html(), output.text());
        }
    }

    /**
     * Prints one line, formatted as by {@link String#format} with a decimal point in every country. Unlike
     * {@code System.out.printf} it gives nothing back, which a kernel would print below the line. A text without values is printed
     * as it is, so that {@code say("100 %")} works.
     */
    public static void say(String format, Object... values) {
        System.out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }

    /** The numbers 0 … n − 1, with a progress bar over the loop that takes them; the stop button ends the loop. */
    public static Iterable<Integer> progress(String what, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("progress(\"" + what + "\", n) counts from 0 to n - 1, so n must not be negative, but is " + n);
        }
        return () -> new Progress<>(what, n, i -> i, Display.current());
    }

    /** The given items, with a progress bar over the loop that takes them; the stop button ends the loop. */
    public static <T> Iterable<T> progress(String what, Collection<T> items) {
        List<T> fixed = List.copyOf(items);
        return () -> new Progress<>(what, fixed.size(), fixed::get, Display.current());
    }

    /** A plot that a loop redraws while it runs; close it (try-with-resources) and the picture of its last state stays. */
    public static LivePlot live() {
        return new LivePlot(Display.current());
    }

    /**
     * Trains, with a bar that tells speed and time left and, in a page, loss and error as they come. The stop button ends it after the step
     * it is in; what was measured up to there is the result, and {@code show} of it says so. If values become infinite or not a number, that
     * is told as an error, and the page goes on with what was measured before.
     *
     * @param fit a listener of its own is replaced
     */
    public static History watch(String title, Fit fit) {
        Display display = Display.current();
        try {
            return fit.listener(display.isKernel() ? new LiveFit(title, display) : new TerminalProgress()).run();
        } catch (DivergedTraining e) {
            System.err.println(e.getMessage());
            return e.history();
        }
    }

    /**
     * Whether the page is to do the runs of the reports at their own scale (HOMEWORK_SCALE=full) instead of small ones and the stored results
     * of full ones (quick, or not set).
     */
    public static boolean fullScale() {
        return isFull(System.getenv("HOMEWORK_SCALE"));
    }

    static boolean isFull(String scale) {
        if (scale == null || scale.isBlank() || scale.equals("quick")) {
            return false;
        }
        if (scale.equals("full")) {
            return true;
        }
        throw new IllegalArgumentException("HOMEWORK_SCALE must be quick or full, but is \"" + scale + "\".");
    }

    /** A derivation to which steps are added, and which {@link #prove} runs. */
    public static Derivation derivation(String name) {
        return Derivation.of(name);
    }

    /** Inputs of a derivation: vectors of n numbers, each uniform between the two. */
    public static Inputs uniform(int n, double from, double to) {
        return Inputs.uniform(n, from, to);
    }

    /** Inputs of a derivation: vectors of n normal numbers with mean 0 and this standard deviation. */
    public static Inputs normal(int n, double deviation) {
        return Inputs.normal(n, deviation);
    }

    /** Inputs of a derivation: just these vectors. */
    public static Inputs exactly(double[]... inputs) {
        return Inputs.exactly(inputs);
    }

    /**
     * Runs a derivation and shows what came of every step.
     *
     * @throws AssertionError with the same report, if a step is wrong or a claim is not as right or wrong as announced: a page does
     *     not go on from what is not proven
     */
    public static void prove(Derivation.Ready derivation) {
        DerivationResult result = derivation.run();
        Output output = ProofPage.of(result);
        Display.current().show(output.html(), output.text());
        result.orThrow();
    }

    /**
     * Runs code that uses a method the student writes. While it is not written, a hint takes the place of the output. Where the
     * method throws, calls itself without end, or returns what the code cannot use, one sentence says so, as an error, so that a
     * solution never gets by with it. The notebook runs on in both cases.
     *
     * @param exercise the name of the method, for the hint
     */
    public static void attempt(String exercise, Attempt code) throws InterruptedException {
        try {
            code.run();
        } catch (Stopped | InterruptedException stop) {
            throw stop;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            if (Problem.isStub(e)) {
                show(exercise + ": " + Score.NOT_WRITTEN);
                return;
            }
            String message = e.getMessage() == null ? "" : ": " + e.getMessage().strip();
            System.err.println(exercise + ": this cell cannot go on with what it returns or throws. Run its check above, which says what is wrong, "
                    + "mend it, then run this cell again. (" + e.getClass().getSimpleName() + message + ")");
        }
    }

    /**
     * Tests what the student has written and shows a line a test: what was tested, the points, and if it failed, what went in, what
     * was expected, what came, and the likely cause. It never throws for what the student's method does, so that a page runs on.
     *
     * @param answer a lambda that calls the student's method
     */
    public static <A> void check(Exercise<A> exercise, A answer) {
        try {
            Score score = Checker.run(exercise, answer);
            Display.current().show(ScorePage.of(score), score.toString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            Stopped.check();
        }
    }

    /** Code that may throw; see {@link #attempt}. */
    @FunctionalInterface
    public interface Attempt {
        void run() throws Exception;
    }
}
