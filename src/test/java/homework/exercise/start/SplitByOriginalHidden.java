package homework.exercise.start;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Hidden;
import java.util.stream.IntStream;

@Hidden
class SplitByOriginalHidden {
    private final int[] copies = IntStream.range(0, 40).map(i -> i % 10).toArray();
    private final int[] uneven = {-2, 900, 5, 5, 900, 6, 7, 8, 7, 1, 900, -2, 12, 13, 900};

    @Check(order = 1, guards = "everyIndexOnce", says = "ten originals, four versions each")
    void everyIndexOnce(DataAndSplits.SplitByOriginal split) {
        Parts.each(split, copies, 0.7, Parts::everyIndexOnce);
        Parts.each(split, uneven, 0.5, Parts::everyIndexOnce);
    }

    @Check(order = 2, guards = "keepsTogether", says = "ten originals, four versions each")
    void keepsTogether(DataAndSplits.SplitByOriginal split) {
        Parts.each(split, copies, 0.7, Parts::together);
        Parts.each(split, uneven, 0.5, Parts::together);
    }

    @Check(order = 3, guards = "fractionOfOriginals", says = "other fractions")
    void fractionOfOriginals(DataAndSplits.SplitByOriginal split) {
        Fraction.check(split, uneven, 0.3);
        Fraction.check(split, uneven, 0.85);
        Fraction.check(split, copies, 0.7);
    }

    @Check(order = 4, guards = "sameSeed", says = "ten originals")
    void sameSeed(DataAndSplits.SplitByOriginal split) {
        SplitByOriginalChecks.repeats(split, copies);
    }

    @Check(order = 5, guards = "otherSeeds", says = "ten originals")
    void otherSeeds(DataAndSplits.SplitByOriginal split) {
        SplitByOriginalChecks.varies(split, copies);
    }

    @Check(order = 6, guards = "leavesItsArgumentAlone", says = "ten originals, untouched")
    void leavesItsArgumentAlone(DataAndSplits.SplitByOriginal split, Calls calls) {
        Parts.each(split, copies, 0.7, parts -> {
            parts.everyIndexOnce();
            calls.leftArgumentsAlone();
        });
    }
}
