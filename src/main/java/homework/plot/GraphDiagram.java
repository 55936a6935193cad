package homework.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A computation graph: a box for each node with its operation, its value and the gradient of E with respect to it, and arrows from left
 * to right. Nodes are named after the nodes they read, so the order in which they are added is a forward pass.
 *
 * <pre>{@code GraphDiagram.of("y = x²").node("x", "input", 3).node("y", "product", 9, "x", "x").gradients(6, 1)}</pre>
 */
public final class GraphDiagram extends Figure<GraphDiagram> {
    /** More than a page shows so that it can be followed. */
    private static final int MOST = 20;
    /** Up to here a long title widens the page of a small graph. */
    private static final double WIDEST_TITLE = 460;
    /** Smaller text is not legible. */
    private static final double SMALLEST_SCALE = 0.7;
    private static final double LARGEST_SCALE = 2;
    /** Half as wide as the head of an arrow. */
    private static final double ARROW = 4.2;
    /** Between the title and the graph. */
    private static final int GAP = 6;

    private List<GraphNode> nodes = List.of();
    private boolean fitted;
    /** Made when it is asked for, as long as the nodes stay the same. */
    private GraphLayout layout;

    private GraphDiagram(String title) {
        super(title, 0, 0);
    }

    /** A graph without nodes. */
    public static GraphDiagram of(String title) {
        return new GraphDiagram(title);
    }

    /** A node without a value, that reads {@code inputs} in this order; they must be there already. One may be read twice, as in x·x. */
    public GraphDiagram node(String name, String operation, String... inputs) {
        return plus(name, operation, Double.NaN, inputs);
    }

    /** A node with its value, that reads {@code inputs} in this order; they must be there already. */
    public GraphDiagram node(String name, String operation, double value, String... inputs) {
        return plus(name, operation, number(value, "value", name), inputs);
    }

    private GraphDiagram plus(String name, String operation, double value, String... inputs) {
        String checked = Check.name(name, "the name of a node");
        Check.unused(nodes.stream().map(GraphNode::name).toList(), checked, "each node of '" + title() + "'");
        if (nodes.size() == MOST) {
            throw new IllegalArgumentException("expected at most " + MOST + " nodes in one graph, got '" + checked
                    + "' as one more: draw a part of it");
        }
        List<GraphNode.Input> from = Stream.of(inputs).map(input -> new GraphNode.Input(find(input, "an input of '" + checked + "'"), "")).toList();
        GraphNode node = new GraphNode(checked, Check.name(operation, "the operation of '" + checked + "'"), value, Double.NaN, from);
        return with(append(nodes, node));
    }

    /** The gradient of E with respect to one node. */
    public GraphDiagram gradient(String name, double gradient) {
        int at = find(name, "the node of a gradient");
        return changed(at, nodes.get(at).withGradient(number(gradient, "gradient", name)));
    }

    /** The gradient of E with respect to each node, in the order in which they were added. */
    public GraphDiagram gradients(double... gradients) {
        Check.sameLength(nodes.size(), gradients.length, "gradients as nodes of '" + title() + "'");
        GraphDiagram graph = this;
        for (int i = 0; i < gradients.length; i++) {
            graph = graph.gradient(nodes.get(i).name(), gradients[i]);
        }
        return graph;
    }

    /** A text at the arrow between two nodes, as its local derivative. Where one node reads another twice, the second call names the second arrow. */
    public GraphDiagram edge(String from, String to, String label) {
        int start = find(from, "the start of an edge");
        int end = find(to, "the end of an edge");
        List<GraphNode.Input> inputs = nodes.get(end).inputs();
        int[] edges = IntStream.range(0, inputs.size()).filter(i -> inputs.get(i).node() == start).toArray();
        if (edges.length == 0) {
            throw new IllegalArgumentException("expected an edge of '" + title() + "', got '" + from + "' to '" + to + "', which reads "
                    + (inputs.isEmpty() ? "nothing" : names(inputs.stream().map(input -> nodes.get(input.node())).toList()))
                    + ": name two nodes with an arrow between them, where it starts first");
        }
        int free = Arrays.stream(edges).filter(i -> inputs.get(i).label().isEmpty()).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "expected one text for each edge, got '" + label + "' as one more from '" + from + "' to '" + to + "': leave one out"));
        return changed(end, nodes.get(end).withLabel(free, Check.name(label, "the text at the edge from '" + from + "' to '" + to + "'")));
    }

    private GraphDiagram changed(int at, GraphNode node) {
        return with(IntStream.range(0, nodes.size()).mapToObj(i -> i == at ? node : nodes.get(i)).toList());
    }

    private GraphDiagram with(List<GraphNode> changed) {
        return with(graph -> {
            graph.nodes = changed;
            graph.layout = null;
        });
    }

    private int find(String name, String what) {
        String checked = Check.name(name, what);
        return IntStream.range(0, nodes.size()).filter(i -> nodes.get(i).name().equals(checked)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a node that was added before as " + what + ", got '" + checked
                        + "', where there " + (nodes.isEmpty() ? "is none" : "are " + names(nodes)) + ": add it first, or mend its name"));
    }

    private static String names(List<GraphNode> nodes) {
        return String.join(", ", nodes.stream().map(GraphNode::name).toList());
    }

    private static double number(double number, String what, String name) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("expected a number as the " + what + " of '" + name + "', got " + number
                    + ": look where it comes from, or leave it out for no " + what);
        }
        return number;
    }

    /** The whole graph, as large as it fits this size. */
    @Override public GraphDiagram size(int width, int height) {
        return super.size(width, height).with(graph -> graph.fitted = true);
    }

    @Override public int width() {
        double title = Math.min(WIDEST_TITLE, Words.width(Style.TITLE, title()) + 1);
        return fitted ? super.width() : (int) Math.ceil(Math.max(layout().bounds().getWidth(), title)) + 2 * MARGIN;
    }

    @Override public int height() {
        return fitted ? super.height() : (int) Math.ceil(layout().bounds().getHeight()) + headingHeight(width()) + GAP + MARGIN;
    }

    GraphLayout layout() {
        if (layout == null) {
            layout = GraphLayout.of(nodes);
        }
        return layout;
    }

    @Override String missing() {
        return nodes.isEmpty() ? "node(name, operation, value, inputs)" : "";
    }

    @Override void paint(Graphics2D g, int width, int height) {
        GraphLayout layout = layout();
        Rectangle2D bounds = layout.bounds();
        double fit = Math.min((width - 2 * MARGIN) / bounds.getWidth(), (height - MARGIN - GAP) / bounds.getHeight());
        if (fit < SMALLEST_SCALE) {
            throw new IllegalArgumentException("expected room for a graph of " + Math.round(bounds.getWidth()) + "x" + Math.round(bounds.getHeight())
                    + " pixels, got " + width + "x" + height + " under the title of '" + title() + "': give a larger size or none");
        }
        double scale = fitted ? Math.min(fit, LARGEST_SCALE) : 1;
        double left = width / 2.0 - scale * bounds.getCenterX();
        double top = (height - MARGIN + GAP) / 2.0 - scale * bounds.getCenterY();
        g.translate(left, top);
        g.scale(scale, scale);
        layout.routes().forEach(route -> paint(g, route));
        for (int i = 0; i < nodes.size(); i++) {
            layout.style().paint(g, nodes.get(i), layout.boxes().get(i));
        }
        g.scale(1 / scale, 1 / scale);
        g.translate(-left, -top);
    }

    private static void paint(Graphics2D g, GraphLayout.Route route) {
        g.setColor(Style.MUTED);
        g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(route.line());
        double x = route.end().getX();
        double y = route.end().getY();
        Path2D head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(x - GraphLayout.HEAD, y - ARROW);
        head.lineTo(x - GraphLayout.HEAD, y + ARROW);
        head.closePath();
        g.fill(head);
        if (!route.label().isEmpty()) {
            g.setColor(Style.INK);
            Words.draw(g, Style.SMALL, route.label(), route.text().getX(), route.text().getY(), 0);
        }
    }

    @Override String describe() {
        boolean gradients = nodes.stream().anyMatch(node -> !Double.isNaN(node.gradient()));
        String count = nodes.size() + (nodes.size() == 1 ? " node" : " nodes");
        return Told.list(title() + ": graph of " + count + (gradients ? ", gradients of E. " : ". "),
                nodes.stream().map(node -> node.tell(nodes)).toList(), notes());
    }
}
