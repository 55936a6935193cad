package homework.notebook;

import homework.engine.Pass;
import homework.plot.Beside;
import homework.plot.LearningCurves;
import homework.plot.Plot;
import homework.training.FitListener;
import homework.training.History;
import homework.training.Progress;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A training in the page: a bar with speed and time left, and below it loss and error, redrawn at most five times a second, and less often
 * where drawing takes long: a twentieth of the time is for it, but a picture comes every three seconds at least. When it ends the last picture stays.
 */
final class LiveFit implements FitListener {
    private static final long SHORTEST = 200_000_000L;
    /** The first picture takes long, because Java's graphics are loaded for it. */
    private static final long LONGEST = 3_000_000_000L;
    private static final int SHARE = 20;
    /** About what JupyterLab has room for beside its file browser. */
    private static final int WIDTH = 960;
    private static final int HEIGHT = 360;
    /** Device pixels per CSS pixel of the picture that stays; those before it, which cost training time, have one. */
    private static final int CRISP = 2;

    private final String title;
    private final Slot bar;
    private final Slot curves;
    private final LongSupplier clock;
    private long due;
    private int drawn;
    private boolean broken;

    LiveFit(String title, Display display) {
        this(title, display, System::nanoTime);
    }

    LiveFit(String title, Display display, LongSupplier clock) {
        this.title = title;
        this.clock = clock;
        bar = new Slot(display);
        curves = new Slot(display);
        due = clock.getAsLong();
    }

    @Override
    public void progress(Progress now) {
        long start = clock.getAsLong();
        if (start < due) {
            return;
        }
        show(now);
        long end = clock.getAsLong();
        due = end + Math.min(LONGEST, Math.max(SHORTEST, SHARE * (end - start)));
    }

    private void show(Progress now) {
        unbroken(() -> {
            String html = String.format(Locale.ROOT, "<progress max=\"1\" value=\"%.4f\"></progress> %s", now.share(), Html.escape(now.toString()));
            bar.put(html, now.toString());
            draw(now.history(), false);
        });
    }

    @Override
    public void note(String sentence) {
        unbroken(() -> System.out.println(sentence));
    }

    @Override
    public void ended(History history) {
        unbroken(() -> {
            bar.put(Html.escape(history.outcome()), history.outcome());
            draw(history, true);
        });
    }

    /** Only if there is something new to see. */
    private void draw(History history, boolean last) {
        int rows = history.epochs().size() + history.points().size();
        if (rows == 0 || rows == drawn && !last) {
            return;
        }
        drawn = rows;
        Plot plot = Beside.of(title, logarithmic(history, history.lossCurves("Loss"), Pass::loss),
                logarithmic(history, history.errorCurves("Error"), Pass::error)).size(WIDTH, HEIGHT);
        String html = Html.image(plot.render(last ? CRISP : 1), plot.width(), plot.height(), plot.altText());
        curves.put(html, "[plot] " + plot.altText());
    }

    /** Unless no curve has a value that such an axis can show: a network without a mistake. */
    private static LearningCurves logarithmic(History history, LearningCurves curves, ToDoubleFunction<Pass> value) {
        Stream<Pass> scores = Stream.concat(history.epochs().stream().flatMap(it -> Stream.of(it.running(), it.train(), it.validation())),
                history.points().stream().flatMap(it -> Stream.of(it.running(), it.probe())));
        return scores.anyMatch(score -> value.applyAsDouble(score) > 0) ? curves.logarithmic() : curves;
    }

    /**
     * The stop button must not reach the kernel's own channels in the middle of a message; it is kept for the training to see. And a page
     * that cannot be drawn must not end the training.
     */
    private void unbroken(Runnable output) {
        boolean stop = Thread.interrupted();
        try {
            output.run();
        } catch (RuntimeException e) {
            if (!broken) {
                System.err.println("The training goes on, but its curve could not be drawn: " + e);
            }
            broken = true;
        } finally {
            if (stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
