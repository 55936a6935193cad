package homework.grade;

import homework.exercise.LocalBinding;
import homework.exercise.backprop.Softmax;
import java.lang.reflect.Method;
import java.time.Duration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Uses once what every submission uses, so that it is loaded when one comes: the compiler, the shell, arrays. What is fed here is
 * nobody's and is forgotten again.
 */
final class WarmUp {
    private final Shell shell;

    WarmUp(Shell shell) {
        this.shell = shell;
    }

    void run() throws Exception {
        Thread arrays = new Thread(WarmUp::arrays, "warm up arrays");
        arrays.start();
        shell.split("import java.util.*;\ndouble warm(double[] x) {\n    double sum = 0;\n    for (double v : x) sum += v;\n    return sum;\n}");
        shell.feed("import java.util.*;", 1);
        shell.feed("import org.nd4j.linalg.api.ndarray.INDArray;", 1);
        shell.feed("INDArray warm(INDArray x, double beta) {\n    double[] sum = {0};\n    for (double v : sum) sum[0] += v;\n"
                + "    return x.mul(beta).sub(x.maxNumber());\n}", 1);
        Object bound = shell.bind(Softmax.OfScores.class, "(x, beta) -> warm(x, beta)").value();
        arrays.join();
        Method method = Softmax.FORWARD.method();
        try (LocalBinding binding = new LocalBinding(bound, method, Duration.ofMinutes(1))) {
            binding.call(Nd4j.createFromArray(1.0, 2.0, 3.0), 0.5);
        }
        shell.begin();
    }

    private static void arrays() {
        INDArray x = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}});
        x.mul(2).add(x).mmul(x.transpose()).sum(1).div(3);
    }
}
