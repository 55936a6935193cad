package homework.data;

import homework.data.DigitStrokes.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws one digit the way a hand does: a variant of its strokes, points that miss their mark a little, the whole bent, slanted,
 * turned, scaled and shifted, a pen of some width that presses harder here than there.
 *
 * <p>Uses StrictMath, so the same random numbers give the same pixels on every machine.
 */
final class DigitPen {
    static final int SIZE = 28;

    private static final double POINT_MISS = 0.028;
    private static final double BEND = 0.05;
    private static final int STEPS = 8;
    /** Grey levels are multiples of this: fewer distinct bytes pack better. */
    private static final int GREY_STEP = 17;

    private final Random random;
    private final double[] bend;
    private final double[] matrix;
    private final double shiftX;
    private final double shiftY;
    private final Map<Double, double[]> misses = new HashMap<>();

    private DigitPen(Random random) {
        this.random = random;
        this.bend = random.doubles(6).map(phase -> 2 * StrictMath.PI * phase).toArray();
        this.matrix = matrix();
        this.shiftX = SIZE / 2.0 + gaussian(1.1, 3);
        this.shiftY = SIZE / 2.0 + gaussian(1.1, 3);
    }

    /** Grey levels of the image row by row: 0 is paper, 255 full ink. */
    static byte[] draw(int digit, Random random) {
        List<List<Stroke>> variants = DigitStrokes.variants(digit);
        List<Stroke> strokes = variants.get(random.nextInt(variants.size()));
        DigitPen pen = new DigitPen(random);
        List<double[]> lines = new ArrayList<>();
        for (Stroke stroke : strokes) {
            lines.add(pen.line(stroke));
        }
        return pen.ink(lines);
    }

    // Slant (shear), turn and scale in one matrix: box [0,1]² to pixels around the middle.
    private double[] matrix() {
        double turn = gaussian(0.11, 0.35);
        double slant = 0.14 + gaussian(0.18, 0.5);
        double height = 19 * (1 + gaussian(0.08, 0.2));
        double width = 14 * (1 + gaussian(0.15, 0.35));
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        return new double[] {cos * width, -(cos * slant + sin) * height, sin * width, (cos - sin * slant) * height};
    }

    // The points of a stroke in pixels, close enough together to be joined by straight lines.
    private double[] line(Stroke stroke) {
        int n = stroke.points();
        double[][] control = new double[n][];
        for (int i = 0; i < n; i++) {
            control[i] = missed(stroke.xy()[2 * i], stroke.xy()[2 * i + 1]);
        }
        // A ring goes on smoothly where its end meets its start.
        boolean closed = Arrays.equals(control[0], control[n - 1]);
        double[] line = new double[2 * ((n - 1) * STEPS + 1)];
        int filled = 0;
        for (int i = 0; i < n - 1; i++) {
            double[] before = i > 0 ? control[i - 1] : closed ? control[n - 2] : control[0];
            double[] after = i + 2 < n ? control[i + 2] : closed ? control[1] : control[n - 1];
            for (int s = i == 0 ? 0 : 1; s <= STEPS; s++) {
                double t = s / (double) STEPS;
                double x = between(stroke, before[0], control[i][0], control[i + 1][0], after[0], t);
                double y = between(stroke, before[1], control[i][1], control[i + 1][1], after[1], t);
                double[] placed = place(x, y);
                line[filled++] = placed[0];
                line[filled++] = placed[1];
            }
        }
        return line;
    }

    // A point two strokes share misses its mark once, so that they still meet.
    private double[] missed(double x, double y) {
        return misses.computeIfAbsent(x * 1000 + y, key -> new double[] {x + gaussian(POINT_MISS, 0.1), y + gaussian(POINT_MISS, 0.1)});
    }

    // Two slow waves bend the paper, then the matrix places it.
    private double[] place(double x, double y) {
        double u = x - 0.5 + BEND * (StrictMath.sin(4 * y + bend[0]) + StrictMath.sin(5 * x + 3 * y + bend[1]));
        double v = y - 0.5 + BEND * (StrictMath.sin(4 * x + bend[2]) + StrictMath.sin(3 * x + 5 * y + bend[3]));
        return new double[] {matrix[0] * u + matrix[1] * v + shiftX, matrix[2] * u + matrix[3] * v + shiftY};
    }

    private byte[] ink(List<double[]> lines) {
        double radius = Math.max(0.7, 1.15 + gaussian(0.35, 0.8));
        double pressure = 0.12 + 0.2 * random.nextDouble();
        double[] squared = squaredDistances(lines, radius + 0.5);
        byte[] image = new byte[SIZE * SIZE];
        for (int i = 0; i < image.length; i++) {
            double cover = Math.min(1, radius + 0.5 - Math.sqrt(squared[i]));
            if (cover > 0) {
                double wave = StrictMath.sin(0.5 * (i % SIZE) + bend[4]) * StrictMath.sin(0.5 * (i / SIZE) + bend[5]);
                double grey = 255 * cover * (1 - pressure * (0.5 + 0.5 * wave)) + gaussian(10, 30);
                image[i] = (byte) (GREY_STEP * (int) Math.round(Math.min(255, Math.max(0, grey)) / GREY_STEP));
            }
        }
        return image;
    }

    // From the middle of each pixel to the nearest line; only pixels within reach of a line are looked at.
    private static double[] squaredDistances(List<double[]> lines, double reach) {
        double[] least = new double[SIZE * SIZE];
        Arrays.fill(least, Double.MAX_VALUE);
        for (double[] line : lines) {
            for (int i = 0; i + 3 < line.length; i += 2) {
                double dx = line[i + 2] - line[i];
                double dy = line[i + 3] - line[i + 1];
                int right = pixel(Math.max(line[i], line[i + 2]) + reach);
                int bottom = pixel(Math.max(line[i + 1], line[i + 3]) + reach);
                for (int row = pixel(Math.min(line[i + 1], line[i + 3]) - reach); row <= bottom; row++) {
                    for (int column = pixel(Math.min(line[i], line[i + 2]) - reach); column <= right; column++) {
                        double squared = squaredDistance(column + 0.5 - line[i], row + 0.5 - line[i + 1], dx, dy);
                        least[row * SIZE + column] = Math.min(least[row * SIZE + column], squared);
                    }
                }
            }
        }
        return least;
    }

    private static int pixel(double coordinate) {
        return Math.max(0, Math.min(SIZE - 1, (int) Math.floor(coordinate)));
    }

    // From the point (x, y) to the segment from the origin to (dx, dy).
    private static double squaredDistance(double x, double y, double dx, double dy) {
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
        double ex = x - t * dx;
        double ey = y - t * dy;
        return ex * ex + ey * ey;
    }

    // Between b (t = 0) and c (t = 1). Catmull-Rom: a curve whose direction at b is that from a to c, and at c that from b to d.
    private static double between(Stroke stroke, double a, double b, double c, double d, double t) {
        if (!stroke.smooth()) {
            return b + t * (c - b);
        }
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }

    private double gaussian(double sd, double most) {
        return Math.max(-most, Math.min(most, sd * random.nextGaussian()));
    }
}
