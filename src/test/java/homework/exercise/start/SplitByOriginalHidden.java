package homework.exercise.start;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Hidden;
import java.util.Arrays;
import java.util.stream.IntStream;

@Hidden
class SplitByOriginalHidden {

    @Check(order = 1, guards = "everyIndexOnce", says = "other originals, several versions each")
    void everyIndexOnce(DataAndSplits.SplitByOriginal split, Draw draw) {
        Parts.each(split, copies(draw), 0.7, Parts::everyIndexOnce);
        Parts.each(split, uneven(draw), 0.5, Parts::everyIndexOnce);
    }

    @Check(order = 2, guards = "keepsTogether", says = "other originals, several versions each")
    void keepsTogether(DataAndSplits.SplitByOriginal split, Draw draw) {
        Parts.each(split, copies(draw), 0.7, Parts::together);
        Parts.each(split, uneven(draw), 0.5, Parts::together);
    }

    @Check(order = 3, guards = "fractionOfOriginals", says = "other fractions")
    void fractionOfOriginals(DataAndSplits.SplitByOriginal split, Draw draw) {
        double[] numbers = draw.apart(draw.whole(10, 14), -50, 950, 1);
        int[] scattered = versions(draw, 1, Arrays.stream(numbers).mapToInt(number -> (int) Math.round(number)).toArray());
        Fraction.check(split, scattered, fraction(draw, scattered, 0.15, 0.4));
        Fraction.check(split, scattered, fraction(draw, scattered, 0.6, 0.85));
        int[] copies = copies(draw);
        Fraction.check(split, copies, fraction(draw, copies, 0.6, 0.85));
    }

    @Check(order = 4, guards = "sameSeed", says = "other originals")
    void sameSeed(DataAndSplits.SplitByOriginal split, Draw draw) {
        SplitByOriginalChecks.repeats(split, copies(draw));
    }

    @Check(order = 5, guards = "otherSeeds", says = "other originals")
    void otherSeeds(DataAndSplits.SplitByOriginal split, Draw draw) {
        SplitByOriginalChecks.varies(split, copies(draw));
    }

    @Check(order = 6, guards = "leavesItsArgumentAlone", says = "other originals, untouched")
    void leavesItsArgumentAlone(DataAndSplits.SplitByOriginal split, Draw draw, Calls calls) {
        Parts.each(split, copies(draw), 0.7, parts -> {
            parts.everyIndexOnce();
            calls.leftArgumentsAlone();
        });
    }

    /** Ten originals or a few more, numbered from 0 without gaps. */
    private static int[] copies(Draw draw) {
        return versions(draw, 2, draw.order(draw.whole(10, 14)));
    }

    /** The numbers of the originals have gaps, and one is negative. */
    private static int[] uneven(Draw draw) {
        int n = draw.whole(10, 14);
        int[] numbers = draw.places(n, n + 2);
        numbers[draw.whole(1, n - 2)] = -draw.whole(1, 9);
        return versions(draw, 1, numbers);
    }

    /** Each original up to four times in any order; the first image has a sibling. */
    private static int[] versions(Draw draw, int fewest, int[] originals) {
        int[] all = IntStream.of(originals).flatMap(number -> IntStream.range(0, draw.whole(fewest, 4)).map(version -> number)).toArray();
        int[] mixed = IntStream.of(draw.order(all.length)).map(place -> all[place]).toArray();
        return IntStream.concat(IntStream.of(mixed), IntStream.of(mixed[0])).toArray();
    }

    /** A fraction of the originals that is no whole number of them: a part of one is left over, far from the half that can be rounded either way. */
    private static double fraction(Draw draw, int[] original, double least, double most) {
        long originals = IntStream.of(original).distinct().count();
        return (draw.whole(3, (int) originals - 3) + draw.number(least, most)) / originals;
    }
}
