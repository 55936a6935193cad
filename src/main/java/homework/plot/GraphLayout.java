package homework.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where boxes, arrows and texts of a graph lie, in pixels. Between two columns an arrow bends first and then runs
 * level to its port; the text at it stands over the level part, where nothing crosses.
 */
record GraphLayout(NodeStyle style, List<Rectangle2D> boxes, List<Route> routes, Rectangle2D bounds) {
    /** The length of an arrow's head. */
    static final double HEAD = 9;
    private static final double WIDEST_LABEL = 110;
    private static final double PORTS_APART = 20;
    private static final double LEAST_APART = 11;
    /** From the corner of a box to its first port. */
    private static final double PORT_MARGIN = 10;

    /** An arrow: its line, the point of its head, and its label with the place of that, empty for none. */
    record Route(int from, int to, Path2D line, Point2D end, String label, Rectangle2D text) {
    }

    static GraphLayout of(List<GraphNode> nodes) {
        return new Builder(nodes).build();
    }

    private static final class Builder {
        private final List<GraphNode> nodes;
        private final NodeStyle style;
        private final GraphPlaces places;
        private final double[] heights;
        private final double[] level;
        private final double[] left;

        private Builder(List<GraphNode> nodes) {
            this.nodes = nodes;
            style = NodeStyle.of(nodes);
            heights = heights();
            places = GraphPlaces.of(nodes.stream().map(node -> node.inputs().stream().map(GraphNode.Input::node).toList()).toList(), heights);
            level = new double[places.columns().size()];
            left = new double[places.columns().size()];
            place();
        }

        /** High enough for the text and for all ports on one side. */
        private double[] heights() {
            int[] readers = new int[nodes.size()];
            nodes.forEach(node -> node.inputs().forEach(input -> readers[input.node()]++));
            return IntStream.range(0, nodes.size()).mapToDouble(i -> {
                List<GraphNode.Input> inputs = nodes.get(i).inputs();
                double apart = inputs.stream().allMatch(input -> input.label().isEmpty()) ? LEAST_APART : Words.height(Style.SMALL) + 3;
                double ports = 2 * PORT_MARGIN + Math.max((inputs.size() - 1) * apart, (readers[i] - 1) * LEAST_APART);
                return Math.max(style.height(), 2 * Math.ceil(ports / 2));
            }).toArray();
        }

        /** Columns from left to right: the higher an arrow climbs, the more room it has. */
        private void place() {
            for (int column = 1; column < left.length; column++) {
                double climb = 0;
                double label = 0;
                for (GraphPlaces.Path path : places.paths()) {
                    int step = column - places.column(path.places().get(0));
                    if (step > 0 && step < path.places().size()) {
                        climb = Math.max(climb, Math.abs(places.y[path.places().get(step)] - places.y[path.places().get(step - 1)]));
                    }
                    if (places.column(path.to()) == column) {
                        label = Math.max(label, Words.width(Style.SMALL, label(path)));
                    }
                }
                level[column] = HEAD + 5 + (label == 0 ? 0 : Math.ceil(label) + 4);
                left[column] = left[column - 1] + style.width() + Math.max(40, Math.min(110, Math.round(climb / 3))) + level[column];
            }
        }

        private String label(GraphPlaces.Path path) {
            return Words.cut(Style.SMALL, nodes.get(path.to()).inputs().get(path.input()).label(), WIDEST_LABEL);
        }

        private GraphLayout build() {
            List<Rectangle2D> boxes = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                boxes.add(new Rectangle2D.Double(left[places.column(i)], places.y[i] - heights[i] / 2, style.width(), heights[i]));
            }
            List<Route> routes = places.paths().stream().map(path -> route(path, boxes)).toList();
            Rectangle2D all = new Rectangle2D.Double(0, boxes.get(0).getY(), 0, 0);
            boxes.forEach(all::add);
            for (Route route : routes) {
                all.add(route.line.getBounds2D());
                all.add(route.text);
            }
            return new GraphLayout(style, boxes, routes, all);
        }

        private Route route(GraphPlaces.Path path, List<Rectangle2D> boxes) {
            List<Integer> stops = path.places();
            int last = stops.size() - 1;
            double x = boxes.get(path.from()).getMaxX();
            double y = port(path, true, boxes.get(path.from()));
            double end = port(path, false, boxes.get(path.to()));
            Path2D line = new Path2D.Double();
            line.moveTo(x, y);
            for (int i = 1; i <= last; i++) {
                int column = places.column(stops.get(i));
                double bent = left[column] - level[column];
                double to = i == last ? end : places.y[stops.get(i)];
                line.curveTo((x + bent) / 2, y, (x + bent) / 2, to, bent, to);
                x = i == last ? left[column] - HEAD + 1 : left[column] + style.width();
                y = to;
                line.lineTo(x, y);
            }
            double point = boxes.get(path.to()).getX() - 1;
            String label = label(path);
            double height = label.isEmpty() ? 0 : Words.height(Style.SMALL);
            double width = label.isEmpty() ? 0 : Words.width(Style.SMALL, label);
            return new Route(path.from(), path.to(), line, new Point2D.Double(point, end), label,
                    new Rectangle2D.Double(point - HEAD - 2 - width, end - height - 1, width, height));
        }

        /** The height at which an arrow leaves or reaches a box: each has its own place, in the order of where the arrows come from or go. */
        private double port(GraphPlaces.Path path, boolean leaves, Rectangle2D box) {
            List<GraphPlaces.Path> ports = places.paths().stream()
                    .filter(other -> leaves ? other.from() == path.from() : other.to() == path.to())
                    .sorted(Comparator.comparingDouble(other -> places.y[other.places().get(leaves ? 1 : other.places().size() - 2)])).toList();
            double apart = ports.size() == 1 ? 0 : Math.min(PORTS_APART, Math.floor((box.getHeight() - 2 * PORT_MARGIN) / (ports.size() - 1)));
            return box.getCenterY() + (ports.indexOf(path) - (ports.size() - 1) / 2.0) * apart;
        }
    }
}
