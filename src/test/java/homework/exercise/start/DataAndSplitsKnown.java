package homework.exercise.start;

import homework.exercise.Known;
import java.util.List;

/** All that is known about the exercises of 0-start/data-and-splits. */
public final class DataAndSplitsKnown {
    public static final List<Known<?>> ALL = List.of(NormaliseKnown.ALL, SplitByOriginalKnown.ALL, DataAndSplitsQuestionsKnown.ALL);

    private DataAndSplitsKnown() {
    }
}
