package homework.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/** The product of two matrices 1024×1024 in float, by oneDNN and by OpenBLAS: what this machine can reach at all. */
final class MatrixProduct implements Training {
    private static final int SIZE = 1024;

    private final FloatPointer a = filled();
    private final FloatPointer b = filled();
    private final FloatPointer c = filled();

    private static FloatPointer filled() {
        FloatPointer values = new FloatPointer((long) SIZE * SIZE);
        for (int i = 0; i < SIZE * SIZE; i++) {
            values.put(i, 1 + i % 7); // never what fresh memory happens to hold: denormal numbers are slow
        }
        return values;
    }

    @Override
    public List<Double> firstLosses(int steps) {
        return List.of();
    }

    @Override
    public Map<String, IntConsumer> settings() {
        Map<String, IntConsumer> settings = new LinkedHashMap<>();
        settings.put("OpenBLAS", times -> repeat(times, () -> openblas.cblas_sgemm(openblas.CblasRowMajor, openblas.CblasNoTrans,
                openblas.CblasNoTrans, SIZE, SIZE, SIZE, 1, a, SIZE, b, SIZE, 0, c, SIZE)));
        if (hasOneDnn()) {
            settings.put("oneDNN", times -> repeat(times, () -> dnnl.dnnl_sgemm((byte) 'N', (byte) 'N', SIZE, SIZE, SIZE, 1, a, SIZE, b,
                    SIZE, 0, c, SIZE)));
        }
        return settings;
    }

    private static void repeat(int times, Runnable product) {
        for (int i = 0; i < times; i++) {
            product.run();
        }
    }

    private static boolean hasOneDnn() {
        try {
            return dnnl.dnnl_version() != null;
        } catch (LinkageError e) { // no natives for this platform
            return false;
        }
    }

    @Override
    public void close() {
        a.close();
        b.close();
        c.close();
    }
}
