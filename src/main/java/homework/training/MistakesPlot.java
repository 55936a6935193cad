package homework.training;

import homework.data.LabelledImages;
import homework.plot.DigitGrid;
import java.util.List;

/** Mistakes as a grid of images, large enough to be judged by eye, with room for their labels. */
final class MistakesPlot {
    private static final int MOST = 100;
    private static final int COLUMNS = 5;
    private static final int IMAGE = 128;
    private static final int GAP = 20;
    /** As wide as the labels of a row may become. */
    private static final int WIDTH = 744;
    private static final int LABEL = 24;
    /** A title of two lines. */
    private static final int TITLE = 60;
    private static final int LEAST = 240;

    private MistakesPlot() {
    }

    static DigitGrid of(String title, List<Mistake> mistakes, LabelledImages data) {
        if (mistakes.isEmpty()) {
            throw new IllegalStateException("There is no mistake to show: no image of \"" + data.name() + "\" was taken for another class.");
        }
        if (mistakes.size() > MOST) {
            throw new IllegalArgumentException("Nobody looks at a picture of " + mistakes.size() + " mistakes: ask for " + MOST + " at most.");
        }
        LabelledImages shown = data.select(mistakes.stream().mapToInt(Mistake::index).toArray());
        int height = (int) shown.images().size(2);
        int width = (int) shown.images().size(3);
        int zoom = Math.max(1, IMAGE / Math.max(height, width));
        int rows = (mistakes.size() + COLUMNS - 1) / COLUMNS;
        return DigitGrid.of(title, shown.images()).labels(mistakes.stream().map(Mistake::label).toArray(String[]::new)).columns(COLUMNS)
                .size(Math.max(WIDTH, COLUMNS * (zoom * width + GAP)), Math.max(LEAST, TITLE + rows * (zoom * height + LABEL)));
    }
}
