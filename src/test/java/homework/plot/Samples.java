package homework.plot;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/** One plot of each kind, with data as the notebooks have them. */
final class Samples {
    private Samples() {
    }

    static List<Plot> all() {
        return List.of(bars(), comparison(), function(), traces(), curves(), matrix(), grid(), graph(), beside());
    }

    static BarChart bars() {
        return BarChart.of("Images of each digit", "digit", "share (%)").categories("0", "1", "2")
                .series("train", 9.9, 11.2, 9.9).series("test", 9.8, 11.4, 10.3);
    }

    static Comparison comparison() {
        return Comparison.of("Width of the layers", "validation error (%)").categories("64-64-128", "128-128-256")
                .published("kit-lab1", new double[] {1.95, 1.9}).series("ours", new double[] {2.1, 1.8}, new double[] {0.33, 0.31});
    }

    static FunctionPlot function() {
        return FunctionPlot.of("Sampling error", "images", "points").function("2 %", n -> 14 / Math.sqrt(n), 200, 12000)
                .function("0.5 %", n -> 7 / Math.sqrt(n), 200, 12000).vertical("test set", 10000);
    }

    static Traces traces() {
        double[] seconds = IntStream.range(0, 256).mapToDouble(i -> i / 128.0).toArray();
        return Traces.of("Two channels", seconds, "µV").trace("Fp1", wave(256, 20)).trace("O1", wave(256, 40));
    }

    static LearningCurves curves() {
        return LearningCurves.error("Width of the layers").train("64-64-128", 16.1, 6, 2, 0.15).validation("64-64-128", 6.7, 3, 1.9, 1.95)
                .train("128-128-256", 11.7, 4, 1, 0).validation("128-128-256", 5.35, 2.5, 2, 1.9);
    }

    static ConfusionMatrix matrix() {
        return ConfusionMatrix.of("Three classes", new int[][] {{50, 0, 1}, {2, 40, 7}, {0, 3, 45}}).classes("cat", "dog", "bird");
    }

    static DigitGrid grid() {
        return DigitGrid.of("Four images", Nd4j.arange(256).div(255).reshape(4, 1, 8, 8)).labels(5, 0, 4, 1).columns(2);
    }

    static GraphDiagram graph() {
        return GraphDiagram.of("Extremes").node("x1", "input", 0.5).node("x2", "input", -1).node("s1", "sigmoid", 0.62246, "x1")
                .node("s2", "sigmoid", 0.26894, "x2").node("max", "max", 0.62246, "s1", "s2").node("min", "min", 0.26894, "s1", "s2")
                .node("y", "sum", 0.8914, "max", "min").gradients(0.235, 0.19661, 1, 1, 1, 1, 1)
                .edge("s1", "max", "∂ 1").edge("s2", "max", "∂ 0");
    }

    /** Of different heights, sized as a notebook shows it. */
    static Beside beside() {
        return Beside.of("The convnet of the lab", curves().size(480, 360), matrix());
    }

    static double[] wave(int length, double amplitude) {
        Random noise = new Random(1);
        return IntStream.range(0, length).mapToDouble(i -> amplitude * Math.sin(i / 9.0) + noise.nextGaussian()).toArray();
    }
}
