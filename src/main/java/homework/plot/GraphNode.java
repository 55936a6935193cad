package homework.plot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A node of a computation graph; NaN where it has no value or gradient. */
record GraphNode(String name, String operation, double value, double gradient, List<Input> inputs) {

    /** The number of the node that is read and the text at the arrow from there, empty for none. */
    record Input(int node, String label) {
    }

    GraphNode withGradient(double gradient) {
        return new GraphNode(name, operation, value, gradient, inputs);
    }

    GraphNode withLabel(int input, String label) {
        return new GraphNode(name, operation, value, gradient, IntStream.range(0, inputs.size())
                .mapToObj(i -> i == input ? new Input(inputs.get(i).node, label) : inputs.get(i)).toList());
    }

    /** As in "s1: sigmoid of x1, value 0.622, gradient 0.235". */
    String tell(List<GraphNode> nodes) {
        String from = inputs.stream().map(input -> nodes.get(input.node).name + (input.label.isEmpty() ? "" : " (" + input.label + ")"))
                .collect(Collectors.joining(" and "));
        return name + ": " + operation + (from.isEmpty() ? "" : " of " + from)
                + (Double.isNaN(value) ? "" : ", value " + Numbers.shorter(value))
                + (Double.isNaN(gradient) ? "" : ", gradient " + Numbers.shorter(gradient));
    }
}
