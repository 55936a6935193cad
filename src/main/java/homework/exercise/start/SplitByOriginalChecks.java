package homework.exercise.start;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Problem;
import homework.exercise.Visible;

/** A split of images by the originals they were made from. The numbers of originals are any, unordered, and not equally frequent. */
@Visible
public class SplitByOriginalChecks {
    private static final int[] FIVE = {3, 1, 1, 4, 3, 1, 0, 6, 4, 3};
    private static final int[] ELEVEN = {4, 15, 15, 8, 4, 15, 4, 15, 8, 4, 8, 8, 23, 42, 16, 5, 30, 11, 2, 6};

    @Check(order = 1, points = 1, says = "every image is in exactly one part")
    public void everyIndexOnce(DataAndSplits.SplitByOriginal split) {
        Parts.each(split, FIVE, 0.6, Parts::everyIndexOnce);
    }

    @Check(order = 2, points = 2, says = "all versions of an original are in the same part")
    public void keepsTogether(DataAndSplits.SplitByOriginal split) {
        Parts.each(split, FIVE, 0.6, Parts::together);
    }

    @Check(order = 3, points = 1, says = "fraction of the originals, rounded, are in train")
    public void fractionOfOriginals(DataAndSplits.SplitByOriginal split) {
        Fraction.check(split, ELEVEN, 0.7);
        Fraction.check(split, ELEVEN, 0.4);
    }

    @Check(order = 4, points = 1, says = "the same seed gives the same split")
    public void sameSeed(DataAndSplits.SplitByOriginal split) {
        repeats(split, ELEVEN);
    }

    @Check(order = 5, points = 1, says = "other seeds give other splits")
    public void otherSeeds(DataAndSplits.SplitByOriginal split) {
        varies(split, ELEVEN);
    }

    @Check(order = 6, points = 1, says = "original stays as it was")
    public void leavesItsArgumentAlone(DataAndSplits.SplitByOriginal split, Calls calls) {
        Parts.each(split, FIVE, 0.6, parts -> {
            parts.everyIndexOnce();
            calls.leftArgumentsAlone();
        });
    }

    static void repeats(DataAndSplits.SplitByOriginal split, int[] original) {
        for (long seed = 1; seed <= Parts.SEEDS; seed++) {
            long now = seed;
            Expect.given("original", original).and("fraction", 0.7).and("seed", seed).holds("two splits can be compared", () -> {
                Parts once = Parts.of(original, split.of(original, 0.7, now));
                if (!once.same(Parts.of(original, split.of(original, 0.7, now)))) {
                    throw Problem.of("no seed", "two calls with this seed gave two different splits")
                            .likely("drawn without the seed; shuffle with new Random(seed)");
                }
                return true;
            });
        }
    }

    static void varies(DataAndSplits.SplitByOriginal split, int[] original) {
        Expect.given("original", original).and("fraction", 0.7).and("seed", "1 to " + Parts.SEEDS).holds("splits can be compared", () -> {
            Parts first = Parts.of(original, split.of(original, 0.7, 1));
            for (long seed = 2; seed <= Parts.SEEDS; seed++) {
                if (!first.same(Parts.of(original, split.of(original, 0.7, seed)))) {
                    return true;
                }
            }
            throw Problem.of("seed ignored", "all these seeds gave one and the same split")
                    .likely("nothing was shuffled, or with a fixed seed; use new Random(seed)");
        });
    }
}
