package homework.exercise.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GraphTest {
    private final Graph graph = Graph.of().input("a").input("b").max("m", "b", "a").sigmoid("y", "m");

    @Test
    void nodesAreNumberedInTheirOrder() {
        assertEquals(4, graph.size());
        assertEquals(2, graph.index("m"));
        assertEquals("m", graph.name(2));
        assertEquals(Operation.MAX, graph.operation(2));
        assertArrayEquals(new int[] {1, 0}, graph.inputs(2));
        assertArrayEquals(new double[] {20, 10}, graph.inputs(2, new double[] {10, 20, 30, 40}));
    }

    @Test
    void printsALineANode() {
        assertEquals("0  a\n1  b\n2  m = max(b, a)\n3  y = sigmoid(m)", graph.toString());
    }

    @Test
    void addingANodeLeavesTheGraphAsItWas() {
        Graph larger = graph.sum("z", "y", "a");
        assertEquals(4, graph.size());
        assertEquals(5, larger.size());
        graph.inputs(2)[0] = 3;
        assertArrayEquals(new int[] {1, 0}, graph.inputs(2));
    }

    @Test
    void aNodeReadsOnlyEarlierOnes() {
        Exception unknown = assertThrows(IllegalArgumentException.class, () -> graph.min("n", "a", "later"));
        assertTrue(unknown.getMessage().contains("no node later among [a, b, m, y]"), unknown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> graph.sigmoid("s", "s"));
        Exception twice = assertThrows(IllegalArgumentException.class, () -> graph.input("m"));
        assertTrue(twice.getMessage().contains("a node m already"), twice.getMessage());
    }

    @Test
    void operationsTellHowManyNumbersTheyRead() {
        assertEquals(0.6681877721681662, Operation.SIGMOID.of(0.7), 1e-15);
        assertEquals(-2, Operation.MIN.of(-2, 3));
        assertEquals(3, Operation.MAX.of(-2, 3));
        assertEquals(1, Operation.SUM.of(-2, 3));
        assertEquals(-6, Operation.TIMES.of(-2, 3));
        Exception three = assertThrows(IllegalArgumentException.class, () -> Operation.SUM.of(1, 2, 3));
        assertEquals("sum reads 2 numbers, but was given 3", three.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Operation.INPUT.of());
    }
}
