package homework.exercise;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Draws the inputs of one hidden test. A test that takes one as its parameter is given the same numbers whenever the seed is the same,
 * whatever other tests have drawn; another seed or another test has others. Numbers have two digits behind the point, so that a report
 * of them can be read.
 */
public final class Draw {
    private static final int PARTS = 100;
    /** Nearer to 0 than this, a normal number hides what is done with it. */
    private static final double SMALLEST = 0.05;
    private final SplittableRandom random;

    private Draw(SplittableRandom random) {
        this.random = random;
    }

    /** @param test the name of what draws, such as that of a test's class and method */
    public static Draw of(long seed, String test) {
        // Each letter is stirred in, so that seeds and names which differ little have nothing in common.
        long stirred = seed;
        for (int i = 0; i < test.length(); i++) {
            stirred = new SplittableRandom(stirred + test.charAt(i)).nextLong();
        }
        return new Draw(new SplittableRandom(stirred));
    }

    /** A whole number, both ends included. */
    public int whole(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    /** A number, both ends included. */
    public double number(double from, double to) {
        return whole((int) Math.round(from * PARTS), (int) Math.round(to * PARTS)) / (double) PARTS;
    }

    /** A number whose size lies in this range, positive or negative; from a {@code from} above 0 on it is never 0. */
    public double signed(double from, double to) {
        double size = number(from, to);
        return random.nextBoolean() ? size : -size;
    }

    /** A factor or exponent from 0.3 to 2.5 whose presence shows: it is not near 1. */
    public double factor() {
        return random.nextBoolean() ? number(0.3, 0.8) : number(1.3, 2.5);
    }

    /** One of these. */
    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Numbers, equal ones perhaps among them. */
    public double[] numbers(int n, double from, double to) {
        return IntStream.range(0, n).mapToDouble(i -> number(from, to)).toArray();
    }

    /** Numbers as of {@link #signed(double, double)}; of two and more, one at least is positive and one negative. */
    public double[] signed(int n, double from, double to) {
        double[] numbers = numbers(n, from, to);
        int[] order = order(n);
        for (int i = 0; i < n; i++) {
            boolean negative = i < 2 ? i == 1 : random.nextBoolean();
            numbers[order[i]] *= negative ? -1 : 1;
        }
        return numbers;
    }

    /** Different numbers in any order, no two of them nearer than {@code gap}. */
    public double[] apart(int n, double from, double to, double gap) {
        // The gaps are taken out first and put back between the numbers once these are in order.
        double[] numbers = numbers(n, from, to - gap * (n - 1));
        Arrays.sort(numbers);
        int[] order = order(n);
        return IntStream.of(order).mapToDouble(i -> Math.round(PARTS * (numbers[i] + i * gap)) / (double) PARTS).toArray();
    }

    /** Normal numbers, none of them nearly 0. */
    public double[] normal(int n) {
        return IntStream.range(0, n).mapToDouble(i -> {
            double number = Math.round(PARTS * random.nextGaussian()) / (double) PARTS;
            return Math.abs(number) < SMALLEST ? SMALLEST : number;
        }).toArray();
    }

    /** {@link #normal} numbers in channels, rows and columns. */
    public double[][][] maps(int channels, int height, int width) {
        double[][][] maps = new double[channels][height][];
        for (double[][] map : maps) {
            Arrays.setAll(map, row -> normal(width));
        }
        return maps;
    }

    /** Numbers in an array of this shape. */
    public INDArray array(double from, double to, long... shape) {
        return shaped(numbers((int) LongStream.of(shape).reduce(1, (a, b) -> a * b), from, to), shape);
    }

    /** Positive and negative numbers, as of {@link #signed(int, double, double)}, in an array of this shape. */
    public INDArray signedArray(double from, double to, long... shape) {
        return shaped(signed((int) LongStream.of(shape).reduce(1, (a, b) -> a * b), from, to), shape);
    }

    private static INDArray shaped(double[] numbers, long... shape) {
        return Nd4j.createFromArray(numbers).reshape(shape);
    }

    /** The numbers from 0 to n − 1 in any order. */
    public int[] order(int n) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        return order;
    }

    /** Different whole numbers from 0 to {@code below} − 1, in ascending order. */
    public int[] places(int n, int below) {
        return Arrays.stream(order(below), 0, n).sorted().toArray();
    }
}
