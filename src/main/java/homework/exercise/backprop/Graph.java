package homework.exercise.backprop;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A function of a few numbers, written as nodes that each compute one number from those of earlier nodes. Nodes are numbered from 0
 * in the order in which they were added, so every node stands behind those it reads; the last one is the output.
 *
 * <pre>{@code Graph.of().input("x1").input("x2").sigmoid("s1", "x1").sigmoid("s2", "x2").max("m", "s1", "s2")}</pre>
 *
 * <p>Immutable: each method that adds a node returns a new graph. It holds no values; those are arrays with one number a node.
 */
public final class Graph {
    private final String[] names;
    private final Operation[] operations;
    private final int[][] inputs;

    private Graph(String[] names, Operation[] operations, int[][] inputs) {
        this.names = names;
        this.operations = operations;
        this.inputs = inputs;
    }

    /** A graph without nodes. */
    public static Graph of() {
        return new Graph(new String[0], new Operation[0], new int[0][]);
    }

    public Graph input(String name) {
        return node(name, Operation.INPUT);
    }

    public Graph sigmoid(String name, String input) {
        return node(name, Operation.SIGMOID, input);
    }

    public Graph max(String name, String first, String second) {
        return node(name, Operation.MAX, first, second);
    }

    public Graph min(String name, String first, String second) {
        return node(name, Operation.MIN, first, second);
    }

    public Graph sum(String name, String first, String second) {
        return node(name, Operation.SUM, first, second);
    }

    public Graph times(String name, String first, String second) {
        return node(name, Operation.TIMES, first, second);
    }

    private Graph node(String name, Operation operation, String... from) {
        if (List.of(names).contains(name)) {
            throw new IllegalArgumentException("there is a node " + name + " already; each needs a name of its own");
        }
        int n = names.length;
        String[] moreNames = Arrays.copyOf(names, n + 1);
        Operation[] moreOperations = Arrays.copyOf(operations, n + 1);
        int[][] moreInputs = Arrays.copyOf(inputs, n + 1);
        moreNames[n] = name;
        moreOperations[n] = operation;
        moreInputs[n] = Arrays.stream(from).mapToInt(this::index).toArray();
        return new Graph(moreNames, moreOperations, moreInputs);
    }

    /** The number of nodes. */
    public int size() {
        return names.length;
    }

    /**
     * The number of a node.
     *
     * @throws IllegalArgumentException if there is none of that name (yet: a node can read only those added before it)
     */
    public int index(String name) {
        int index = List.of(names).indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no node " + name + " among " + List.of(names) + "; add it first");
        }
        return index;
    }

    public String name(int node) {
        return names[node];
    }

    public Operation operation(int node) {
        return operations[node];
    }

    /** The numbers of the nodes that a node reads, all smaller than its own; a copy. */
    public int[] inputs(int node) {
        return inputs[node].clone();
    }

    /** The values of the nodes that a node reads, picked out of the values of all nodes. */
    public double[] inputs(int node, double[] values) {
        return IntStream.of(inputs[node]).mapToDouble(input -> values[input]).toArray();
    }

    /** A node as a formula: s1 = sigmoid(x1); an input as its name. */
    public String formula(int node) {
        if (inputs[node].length == 0) {
            return names[node];
        }
        String from = IntStream.of(inputs[node]).mapToObj(this::name).collect(Collectors.joining(", ", "(", ")"));
        return names[node] + " = " + operations[node] + from;
    }

    /** A line a node. */
    @Override
    public String toString() {
        return IntStream.range(0, size()).mapToObj(node -> node + "  " + formula(node)).collect(Collectors.joining("\n"));
    }
}
