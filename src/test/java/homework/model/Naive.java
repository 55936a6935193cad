package homework.model;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The two layers as their definitions read, with a loop for every index; [n, c, h, w] in double. */
final class Naive {

    private Naive() {
    }

    /** Root of the sum of squares; with {@code dy} the gradient x/y · dy added up at every input instead. */
    static INDArray l2(INDArray x, int kernel, int stride, INDArray dy) {
        long rows = (x.size(2) - kernel) / stride + 1;
        long columns = (x.size(3) - kernel) / stride + 1;
        INDArray y = Nd4j.zeros(x.dataType(), x.size(0), x.size(1), rows, columns);
        INDArray dx = Nd4j.zeros(x.dataType(), x.shape());
        for (long n = 0; n < x.size(0); n++) {
            for (long c = 0; c < x.size(1); c++) {
                for (long i = 0; i < rows; i++) {
                    for (long j = 0; j < columns; j++) {
                        double sum = 0;
                        for (long a = i * stride; a < i * stride + kernel; a++) {
                            for (long b = j * stride; b < j * stride + kernel; b++) {
                                sum += x.getDouble(n, c, a, b) * x.getDouble(n, c, a, b);
                            }
                        }
                        double norm = Math.sqrt(sum);
                        y.putScalar(new long[] {n, c, i, j}, norm);
                        if (dy != null && norm > 0) {
                            for (long a = i * stride; a < i * stride + kernel; a++) {
                                for (long b = j * stride; b < j * stride + kernel; b++) {
                                    double slope = x.getDouble(n, c, a, b) / norm * dy.getDouble(n, c, i, j);
                                    dx.putScalar(new long[] {n, c, a, b}, dx.getDouble(n, c, a, b) + slope);
                                }
                            }
                        }
                    }
                }
            }
        }
        return dy == null ? y : dx;
    }

    /** x minus the weighted mean over all maps and the part of the window inside. */
    static INDArray subtractive(INDArray x, int size) {
        INDArray y = x.dup('c');
        each(x, size, (n, c, i, j, a, b, share) -> {
            for (long target = 0; target < x.size(1); target++) {
                add(y, -share * x.getDouble(n, c, a, b), n, target, i, j);
            }
        });
        return y;
    }

    /** Σ over outputs of dy · ∂y/∂x: each output (target, i, j) depends on its own input and, by its window, on all (c, a, b). */
    static INDArray subtractiveBackward(INDArray dy, int size) {
        INDArray dx = dy.dup('c');
        each(dy, size, (n, c, i, j, a, b, share) -> {
            for (long target = 0; target < dy.size(1); target++) {
                add(dx, -share * dy.getDouble(n, target, i, j), n, c, a, b);
            }
        });
        return dx;
    }

    private interface Share {
        /** Input (c, a, b) enters the mean at (i, j) of image n with this share. */
        void of(long n, long c, long i, long j, long a, long b, double share);
    }

    private static void each(INDArray maps, int size, Share action) {
        int half = size / 2;
        long h = maps.size(2);
        long w = maps.size(3);
        for (long i = 0; i < h; i++) {
            for (long j = 0; j < w; j++) {
                double inside = 0;
                for (long a = Math.max(0, i - half); a <= Math.min(h - 1, i + half); a++) {
                    for (long b = Math.max(0, j - half); b <= Math.min(w - 1, j + half); b++) {
                        inside += bell(a - i, size) * bell(b - j, size);
                    }
                }
                for (long a = Math.max(0, i - half); a <= Math.min(h - 1, i + half); a++) {
                    for (long b = Math.max(0, j - half); b <= Math.min(w - 1, j + half); b++) {
                        for (long n = 0; n < maps.size(0); n++) {
                            for (long c = 0; c < maps.size(1); c++) {
                                action.of(n, c, i, j, a, b, bell(a - i, size) * bell(b - j, size) / inside / maps.size(1));
                            }
                        }
                    }
                }
            }
        }
    }

    private static double bell(long distance, int size) {
        double sigma = .25 * size;
        return Math.exp(-distance * distance / (2 * sigma * sigma));
    }

    private static void add(INDArray to, double value, long... place) {
        to.putScalar(place, to.getDouble(place) + value);
    }
}
