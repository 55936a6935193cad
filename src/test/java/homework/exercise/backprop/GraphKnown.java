package homework.exercise.backprop;

import java.util.stream.DoubleStream;

/** The graph of the homework sheet, and right answers to the exercises on it. */
final class GraphKnown {
    static final Graph PAGE = Graph.of().input("x1").input("x2").sigmoid("s1", "x1").sigmoid("s2", "x2").max("m", "s1", "s2").min("n", "s1", "s2")
            .sum("y", "m", "n");

    private GraphKnown() {
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double slope(double x) {
        return sigmoid(x) * (1 - sigmoid(x));
    }

    static double[] byHand(double x1, double x2, double gradient) {
        return new double[] {slope(x1) * gradient, slope(x2) * gradient};
    }

    static double[] values(Graph graph, double[] x) {
        double[] values = new double[graph.size()];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = graph.operation(i) == Operation.INPUT ? x[next++] : graph.operation(i).of(graph.inputs(i, values));
        }
        return values;
    }

    static double[] local(Operation operation, double[] inputs) {
        return switch (operation) {
            case INPUT -> new double[0];
            case SIGMOID -> new double[] {slope(inputs[0])};
            case MAX -> shares(Double.compare(inputs[0], inputs[1]));
            case MIN -> shares(Double.compare(inputs[1], inputs[0]));
            case SUM -> new double[] {1, 1};
            case TIMES -> new double[] {inputs[1], inputs[0]};
        };
    }

    private static double[] shares(int sign) {
        return new double[] {(1 + sign) / 2.0, (1 - sign) / 2.0};
    }

    static double[] backward(Graph graph, double[][] local, double gradient) {
        double[] gradients = new double[graph.size()];
        gradients[graph.size() - 1] = gradient;
        for (int i = graph.size() - 1; i >= 0; i--) {
            int[] inputs = graph.inputs(i);
            for (int k = 0; k < inputs.length; k++) {
                gradients[inputs[k]] += local[i][k] * gradients[i];
            }
        }
        return gradients;
    }

    /** All the local derivatives of a graph. */
    static double[][] locals(Graph graph, double[] values) {
        double[][] local = new double[graph.size()][];
        for (int i = 0; i < local.length; i++) {
            local[i] = local(graph.operation(i), graph.inputs(i, values));
        }
        return local;
    }

    static double[] times(double factor, double[] values) {
        return DoubleStream.of(values).map(v -> factor * v).toArray();
    }
}
