package homework.exercise.start;

import homework.exercise.Expect;
import homework.exercise.Problem;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What splitByOriginal returned, found to be two arrays of indices of images. */
record Parts(int[] original, int[] train, int[] validation) {
    /** A split is drawn, so that a wrong one is right now and then; not this many times. */
    static final int SEEDS = 10;
    private static final String WANTED = "two arrays, {train, validation}";

    static Parts of(int[] original, int[][] returned) {
        if (returned.length != 2) {
            throw Problem.of("parts", "returned " + returned.length + (returned.length == 1 ? " array" : " arrays") + ", expected " + WANTED);
        }
        return new Parts(original, indices("train", original, returned[0]), indices("validation", original, returned[1]));
    }

    private static int[] indices(String name, int[] original, int[] part) {
        if (part == null) {
            throw Problem.of("null", "the part for " + name + " is null, expected " + WANTED).likely("it was declared but never filled");
        }
        if (part.length == 0) {
            throw Problem.of("empty", name + " is empty, expected " + WANTED + ", that both hold images");
        }
        for (int i : part) {
            if (i < 0 || i >= original.length) {
                throw Problem.of("index", name + " holds " + i + ", but there are " + original.length + " images, 0 to " + (original.length - 1))
                        .likely(IntStream.of(original).anyMatch(number -> number == i)
                                ? "the numbers of originals were returned; indices of images are wanted" : "a loop goes past the last image");
            }
        }
        return part;
    }

    /** Splits with the seeds from 1 on and looks at each. */
    static void each(DataAndSplits.SplitByOriginal split, int[] original, double fraction, Consumer<Parts> look) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            long now = seed;
            Expect.given("original", original).and("fraction", fraction).and("seed", seed).holds("the split can be looked at", () -> {
                look.accept(of(original, split.of(original, fraction, now)));
                return true;
            });
        }
    }

    /** How many different originals have a version in train. */
    int originalsInTrain() {
        return (int) IntStream.of(train).map(i -> original[i]).distinct().count();
    }

    void everyIndexOnce() {
        for (int i = 0; i < original.length; i++) {
            int index = i;
            if (side(i).equals("neither part")) {
                throw missing(i);
            }
            if (side(i).equals("both parts")) {
                throw Problem.of("both parts", "image " + i + " is in train and in validation").likely("validation was not what train leaves over");
            }
            long times = IntStream.concat(IntStream.of(train), IntStream.of(validation)).filter(other -> other == index).count();
            if (times > 1) {
                throw Problem.of("twice", "image " + i + " is there " + times + " times, expected once")
                        .likely("its original was drawn, or gone through, more than once");
            }
        }
    }

    private Problem missing(int image) {
        int together = train.length + validation.length;
        String text = "image " + image + " is in neither part: they hold " + together + " indices together, expected " + original.length;
        return together == IntStream.of(original).distinct().count()
                ? Problem.of("one each", text).likely("one index for each original, or the numbers of the originals; every version has its own index")
                : Problem.of("missing", text).likely("a loop over the images begins one too late or ends one too early");
    }

    /** An image that is in both parts, or in neither, is not in the same part as its siblings either. */
    void together() {
        for (int i = 0; i < original.length; i++) {
            if (side(i).equals("both parts")) {
                throw Problem.of("leak", "image " + i + " is in train and in validation").likely("validation was not what train leaves over");
            }
            for (int j = 0; j < i; j++) {
                if (original[j] == original[i] && !side(j).equals(side(i))) {
                    throw Problem.of("leak", "images " + j + " and " + i + " are versions of one original, number " + original[i] + ", but " + j
                            + " is in " + side(j) + " and " + i + " in " + side(i))
                            .likely("images were shuffled instead of originals, or versions were looked for by their place; "
                                    + "original[i] alone tells whose version i is");
                }
            }
        }
    }

    private String side(int image) {
        boolean inTrain = IntStream.of(train).anyMatch(i -> i == image);
        boolean inValidation = IntStream.of(validation).anyMatch(i -> i == image);
        return inTrain && inValidation ? "both parts" : inTrain ? "train" : inValidation ? "validation" : "neither part";
    }

    boolean same(Parts other) {
        return Arrays.equals(sorted(train), sorted(other.train)) && Arrays.equals(sorted(validation), sorted(other.validation));
    }

    private static int[] sorted(int[] part) {
        return IntStream.of(part).sorted().toArray();
    }
}
