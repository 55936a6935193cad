package homework.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the boxes, arrows and texts of computation graphs lie, and what the graphs say in words. */
class GraphDiagramTest {

    static Stream<GraphDiagram> graphs() {
        return Stream.concat(Stream.of(Samples.graph(), chain(), skip(), wide(), GraphDiagram.of("One").node("x", "input")),
                IntStream.range(0, 20).mapToObj(GraphDiagramTest::random));
    }

    private static GraphDiagram chain() {
        return GraphDiagram.of("Chain").node("x", "input").node("a", "affine", "x").node("h", "tanh", "a").node("z", "affine", "h")
                .node("E", "square", "z");
    }

    private static GraphDiagram skip() {
        return GraphDiagram.of("Skip").node("x", "input", 2).node("a", "square", 4, "x").node("b", "sine", 0.909, "x")
                .node("p", "product", 3.64, "a", "b").node("y", "sum", 5.64, "p", "x").edge("x", "y", "∂ 1");
    }

    private static GraphDiagram wide() {
        GraphDiagram graph = GraphDiagram.of("Wide");
        String[] inputs = IntStream.range(0, 12).mapToObj(i -> "an input with a name that is long " + i).toArray(String[]::new);
        for (String input : inputs) {
            graph = graph.node(input, "input");
        }
        graph = graph.node("sum", "sum", inputs);
        for (String input : inputs) {
            graph = graph.edge(input, "sum", "a text at the arrow that is far too long to be shown");
        }
        return graph;
    }

    /** One to three inputs of each node from anywhere before it, some of them twice, some edges with texts. */
    private static GraphDiagram random(int seed) {
        Random random = new Random(seed);
        GraphDiagram graph = GraphDiagram.of("Random " + seed);
        for (int i = 0; i < 15; i++) {
            int here = i;
            String[] inputs = IntStream.range(0, i < 3 ? 0 : 1 + random.nextInt(3)).mapToObj(k -> "n" + random.nextInt(here)).toArray(String[]::new);
            graph = graph.node("n" + i, "op", random.nextGaussian(), inputs);
            for (String input : inputs) {
                graph = random.nextBoolean() ? graph.edge(input, "n" + i, "∂ " + random.nextInt(1000)) : graph;
            }
        }
        return graph;
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void keepsBoxesApartAndOnThePage(GraphDiagram graph) {
        GraphLayout layout = graph.layout();
        List<Rectangle2D> boxes = layout.boxes();
        for (int i = 0; i < boxes.size(); i++) {
            assertTrue(layout.bounds().contains(boxes.get(i)), "box " + i);
            for (int j = 0; j < i; j++) {
                assertFalse(grown(boxes.get(i), 12).intersects(boxes.get(j)), "boxes " + i + " and " + j);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void leadsEachArrowRightwardsPastForeignBoxes(GraphDiagram graph) {
        List<Rectangle2D> boxes = graph.layout().boxes();
        for (GraphLayout.Route route : graph.layout().routes()) {
            List<Line2D> pieces = pieces(route.line());
            assertTrue(pieces.stream().allMatch(piece -> piece.getX2() >= piece.getX1()), route + " turns back");
            assertEquals(boxes.get(route.from()).getMaxX(), pieces.get(0).getX1(), "starts at its box");
            assertTrue(inside(boxes.get(route.from()), pieces.get(0).getY1()), "starts within the height of its box");
            assertEquals(boxes.get(route.to()).getX(), route.end().getX(), 1.5, "ends at its box");
            assertTrue(inside(boxes.get(route.to()), route.end().getY()), "ends within the height of its box");
            assertEquals(route.end().getY(), pieces.get(pieces.size() - 1).getY2(), "the head lies on the line");
            for (int box = 0; box < boxes.size(); box++) {
                Rectangle2D clear = grown(boxes.get(box), box == route.from() || box == route.to() ? -1 : 3);
                assertTrue(pieces.stream().noneMatch(clear::intersectsLine), route + " runs through box " + box);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void endsArrowsOfOneBoxApart(GraphDiagram graph) {
        List<GraphLayout.Route> routes = graph.layout().routes();
        for (GraphLayout.Route one : routes) {
            for (GraphLayout.Route other : routes) {
                if (one != other && one.to() == other.to()) {
                    assertTrue(Math.abs(one.end().getY() - other.end().getY()) > 9, one + " and " + other);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void writesWhereNothingElseIs(GraphDiagram graph) {
        GraphLayout layout = graph.layout();
        for (GraphLayout.Route route : layout.routes()) {
            Rectangle2D text = route.text();
            if (route.label().isEmpty()) {
                continue;
            }
            assertTrue(layout.bounds().contains(text), route.label());
            assertTrue(layout.boxes().stream().noneMatch(text::intersects), route.label() + " over a box");
            for (GraphLayout.Route other : layout.routes()) {
                assertTrue(pieces(other.line()).stream().noneMatch(text::intersectsLine), route.label() + " on an edge");
                assertTrue(other == route || other.label().isEmpty() || !text.intersects(other.text()), route.label() + " on " + other.label());
            }
        }
    }

    @Test
    void standsOneColumnRightOfTheLastInput() {
        List<Rectangle2D> boxes = skip().layout().boxes();
        assertEquals(boxes.get(1).getX(), boxes.get(2).getX());
        assertTrue(IntStream.of(1, 3, 4).allMatch(i -> boxes.get(i).getX() > boxes.get(i == 4 ? 3 : i / 2).getMaxX()), boxes.toString());
    }

    @Test
    void drawsAChainLevel() {
        assertEquals(1, chain().layout().boxes().stream().map(Rectangle2D::getCenterY).distinct().count());
        assertTrue(chain().layout().routes().stream().allMatch(route -> route.line().getBounds2D().getHeight() == 0));
    }

    @Test
    void ordersColumnsSoThatNoEdgesCrossThatNeedNot() {
        GraphDiagram turned = GraphDiagram.of("Turned").node("x1", "input").node("x2", "input").node("x3", "input")
                .node("c", "tanh", "x3").node("b", "tanh", "x2").node("a", "tanh", "x1");
        List<Rectangle2D> boxes = turned.layout().boxes();
        for (int i = 0; i < 3; i++) {
            assertEquals(boxes.get(i).getCenterY(), boxes.get(5 - i).getCenterY(), "input " + i);
        }
        assertEquals(1, crossings(Samples.graph()), "both sigmoids go to max and to min");
        assertEquals(0, crossings(skip()));
    }

    private static long crossings(GraphDiagram graph) {
        List<List<Line2D>> lines = graph.layout().routes().stream().map(route -> pieces(route.line())).toList();
        return IntStream.range(0, lines.size()).mapToLong(i -> IntStream.range(0, i).filter(j -> lines.get(i).stream()
                .anyMatch(piece -> lines.get(j).stream().anyMatch(piece::intersectsLine))).count()).sum();
    }

    @Test
    void paintsTheGradientUnderTheValueInAnotherColour() {
        int value = rgb(NodeStyle.VALUE);
        int gradient = rgb(NodeStyle.GRADIENT);
        BufferedImage image = Samples.graph().render(4);
        int[] values = rows(image, value);
        int[] gradients = rows(image, gradient);
        assertTrue(values.length > 0 && gradients.length > 0 && values[0] < gradients[0], "the first value stands over the first gradient");
        assertEquals(0, rows(skip().render(4), gradient).length, "no gradients were given");
        assertEquals(0, rows(chain().render(4), value).length, "no values were given");
    }

    /** The page is as large as the graph, so places on it follow from the layout. */
    @Test
    void paintsAHeadAtTheEndOfEachArrow() {
        GraphDiagram graph = Samples.graph();
        GraphLayout layout = graph.layout();
        BufferedImage image = graph.render(1);
        double down = image.getHeight() - Figure.MARGIN - layout.bounds().getMaxY();
        for (GraphLayout.Route route : layout.routes()) {
            int x = (int) Math.round(Figure.MARGIN - layout.bounds().getX() + route.end().getX()) - 7;
            int y = (int) Math.floor(down + route.end().getY());
            assertTrue(IntStream.of(-2, 0, 2).allMatch(dy -> dark(image, x, y + dy)), "a head at " + x + ", " + y);
            assertFalse(dark(image, x, y + 7), "nothing under the head at " + x + ", " + y);
        }
    }

    private static boolean dark(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFF) < 0x90;
    }

    @Test
    void tellsEachNode() {
        assertEquals("Extremes: graph of 7 nodes, gradients of E. x1: input, value 0.5, gradient 0.235; x2: input, value −1, gradient 0.197; "
                + "s1: sigmoid of x1, value 0.622, gradient 1; s2: sigmoid of x2, value 0.269, gradient 1; max: max of s1 (∂ 1) and s2 (∂ 0), "
                + "value 0.622, gradient 1; min: min of s1 and s2, value 0.269, gradient 1; y: sum of max and min, value 0.891, gradient 1.",
                Samples.graph().altText());
        assertEquals("t: graph of 2 nodes, gradients of E. x: input, value 3; y: product of x (∂ a) and x (∂ b), gradient 0.",
                GraphDiagram.of("t").node("x", "input", 3).node("y", "product", "x", "x").gradient("y", 0).edge("x", "y", "∂ a")
                        .edge("x", "y", "∂ b").altText());
    }

    @Test
    void leavesTheGraphAsItWasWhenSomethingIsAdded() {
        GraphDiagram graph = skip();
        String before = graph.altText();
        int width = graph.width();
        assertTrue(graph.node("z", "tanh", "y").width() > width, "one more column");
        graph.gradient("x", 1).edge("p", "y", "∂ 1");
        assertEquals(before, graph.altText());
        assertEquals(width, graph.width());
    }

    @Test
    void fillsTheSizeThatIsAskedFor() {
        int[] large = rows(Samples.graph().size(1100, 700).render(1), rgb(NodeStyle.VALUE));
        int[] natural = rows(Samples.graph().render(1), rgb(NodeStyle.VALUE));
        assertTrue(large[large.length - 1] - large[0] > 1.3 * (natural[natural.length - 1] - natural[0]));
        assertEquals(1100, Samples.graph().size(1100, 700).width());
    }

    static Stream<Arguments> refused() {
        GraphDiagram graph = Samples.graph();
        return Stream.of(
                refused(() -> graph.node("z", "sum", "y", "s3"), "an input of 'z'", "got 's3', where there are x1, x2, s1, s2, max, min, y"),
                refused(() -> GraphDiagram.of("t").node("a", "tanh", "a"), "added before", "got 'a', where there is none"),
                refused(() -> graph.node("s1", "tanh"), "a new name for each node of 'Extremes'", "'s1' a second time"),
                refused(() -> graph.node("z", "sum", Double.NaN, "y"), "a number as the value of 'z'", "got NaN: look where it comes from"),
                refused(() -> graph.gradient("y", Double.POSITIVE_INFINITY), "a number as the gradient of 'y'", "got Infinity"),
                refused(() -> graph.gradient("z", 1), "the node of a gradient", "got 'z'"),
                refused(() -> graph.gradients(1, 2), "gradients as nodes of 'Extremes'", "got 2 and 7"),
                refused(() -> graph.edge("x1", "max", "∂ 1"), "an edge of 'Extremes'", "got 'x1' to 'max', which reads s1, s2"),
                refused(() -> graph.edge("s1", "x1", "∂ 1"), "an edge of 'Extremes'", "which reads nothing"),
                refused(() -> graph.edge("s1", "max", "∂ 1"), "one text for each edge", "'∂ 1' as one more from 's1' to 'max'"),
                refused(() -> graph.edge("s1", "min", " "), "the text at the edge from 's1' to 'min'", "an empty text"),
                refused(() -> graph.size(300, 300).render(1), "room for a graph of ", "got 300x"),
                refused(() -> GraphDiagram.of("t").render(1), "something to plot in 't'", "add node("),
                refused(() -> IntStream.range(0, 21).boxed().reduce(GraphDiagram.of("t"), (g, i) -> g.node("n" + i, "input"), (a, b) -> b),
                        "at most 20 nodes", "'n20' as one more"));
    }

    private static Arguments refused(Executable call, String expected, String came) {
        return Arguments.of(call, expected, came);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhatWasExpectedAndWhatCame(Executable call, String expected, String came) {
        String message = assertThrows(RuntimeException.class, call).getMessage();
        assertTrue(message.startsWith("expected ") && message.contains(expected) && message.contains(came), message);
    }

    private static boolean inside(Rectangle2D box, double y) {
        return y > box.getY() + 5 && y < box.getMaxY() - 5;
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }

    private static List<Line2D> pieces(Shape line) {
        List<Line2D> pieces = new ArrayList<>();
        double[] at = new double[2];
        double x = 0;
        double y = 0;
        for (PathIterator i = line.getPathIterator(null, 0.1); !i.isDone(); i.next()) {
            if (i.currentSegment(at) == PathIterator.SEG_LINETO) {
                pieces.add(new Line2D.Double(x, y, at[0], at[1]));
            }
            x = at[0];
            y = at[1];
        }
        return pieces;
    }

    private static int rgb(Color colour) {
        return colour.getRGB() & 0xFFFFFF;
    }

    private static int[] rows(BufferedImage image, int colour) {
        return IntStream.range(0, image.getHeight()).filter(y -> IntStream.range(0, image.getWidth())
                .anyMatch(x -> (image.getRGB(x, y) & 0xFFFFFF) == colour)).toArray();
    }
}
