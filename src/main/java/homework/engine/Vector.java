package homework.engine;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * All floats of several tensors as one vector, as they lie in memory: what fills up blocks is 0 in parameters and gradients, and so it is in
 * what becomes of them here. In slices that stay in the cache.
 */
final class Vector {
    /** OpenBLAS would start threads of its own for more than 10,000 values, one for each core. */
    private static final int SLICE = 1 << 13;

    private final List<FloatPointer> slices = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();

    Vector(List<Tensor> tensors) {
        for (Tensor tensor : tensors) {
            for (int from = 0; from < tensor.length(); from += SLICE) {
                slices.add(tensor.values().getPointer(from));
                lengths.add(Math.min(SLICE, tensor.length() - from));
            }
        }
    }

    /** Every slice is added up by itself, and all of it in double. */
    double dot(Vector other) {
        double sum = 0;
        for (int i = 0; i < slices.size(); i++) {
            sum += openblas_nolapack.cblas_dsdot(lengths.get(i), slices.get(i), 1, other.slices.get(i), 1);
        }
        return sum;
    }

    /** v ← v + factor · other. */
    void add(double factor, Vector other) {
        for (int i = 0; i < slices.size(); i++) {
            openblas_nolapack.cblas_saxpy(lengths.get(i), (float) factor, other.slices.get(i), 1, slices.get(i), 1);
        }
    }

    /** v ← factor · v − other. */
    void scaleAndSubtract(double factor, Vector other) {
        for (int i = 0; i < slices.size(); i++) {
            openblas_nolapack.cblas_sscal(lengths.get(i), (float) factor, slices.get(i), 1);
            openblas_nolapack.cblas_saxpy(lengths.get(i), -1, other.slices.get(i), 1, slices.get(i), 1);
        }
    }

    /** v ← −other. */
    void setMinus(Vector other) {
        set(other);
        for (int i = 0; i < slices.size(); i++) {
            openblas_nolapack.cblas_sscal(lengths.get(i), -1, slices.get(i), 1);
        }
    }

    /** v ← other. */
    void set(Vector other) {
        for (int i = 0; i < slices.size(); i++) {
            openblas_nolapack.cblas_scopy(lengths.get(i), other.slices.get(i), 1, slices.get(i), 1);
        }
    }
}
