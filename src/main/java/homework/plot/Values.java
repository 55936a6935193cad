package homework.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;

/** One value for each category, with the half length of its error bar or without; NaN for what is missing. */
record Values(String name, double[] values, double[] errors) {

    static Values of(String name, double[] values, double[] errors, List<String> categories, List<Values> others, String title) {
        String checked = Check.name(name, "the name of a series");
        double[] copy = Check.values(values, "'" + checked + "'");
        if (!categories.isEmpty()) {
            Check.sameLength(categories.size(), copy.length, "values in '" + checked + "' as categories of '" + title + "'");
        } else if (!others.isEmpty()) {
            Check.sameLength(others.get(0).values.length, copy.length, "values in '" + checked + "' as in '" + others.get(0).name + "'");
        }
        double[] bars = errors == null ? new double[copy.length] : errors.clone();
        Check.sameLength(copy.length, bars.length, "error bars as values in '" + checked + "'");
        for (double bar : bars) {
            if (bar < 0 || Double.isInfinite(bar)) {
                throw new IllegalArgumentException("expected error bars of 0 or more for '" + checked + "', got " + bar
                        + ": give the length from the point to the end of the bar, or NaN for none");
            }
        }
        Check.unused(others.stream().map(Values::name).toList(), checked, "each series of '" + title + "'");
        Style.checkCount(others.size() + 1, "series");
        return new Values(checked, copy, bars);
    }

    /** Category names, each of them once, as many as the series already there have values. */
    static List<String> categories(String[] names, List<Values> series, String title) {
        List<String> checked = Stream.of(names).map(name -> Check.name(name, "the name of a category")).toList();
        if (checked.isEmpty()) {
            throw new IllegalArgumentException("expected at least one category, got none: name what the values belong to");
        }
        for (int i = 0; i < checked.size(); i++) {
            Check.unused(checked.subList(0, i), checked.get(i), "each category");
        }
        if (!series.isEmpty()) {
            Check.sameLength(series.get(0).values.length, checked.size(), "categories of '" + title + "' as values");
        }
        return checked;
    }

    /** Chosen names, or 1, 2, 3, … where none were chosen. */
    static List<String> named(List<String> categories, List<Values> series) {
        return categories.isEmpty() && !series.isEmpty()
                ? IntStream.rangeClosed(1, series.get(0).values.length).mapToObj(Integer::toString).toList() : categories;
    }

    boolean hasBars() {
        return IntStream.range(0, values.length).anyMatch(this::hasBar);
    }

    private boolean hasBar(int category) {
        return errors[category] > 0 && !Double.isNaN(values[category]);
    }

    private double bar(int category) {
        return hasBar(category) ? errors[category] : 0;
    }

    /** Both ends of every error bar. */
    DoubleStream ends() {
        return IntStream.range(0, values.length).boxed()
                .flatMapToDouble(i -> DoubleStream.of(values[i] - bar(i), values[i] + bar(i)));
    }

    /** Adds this series to a chart. */
    CategorySeries addTo(CategoryChart chart, List<String> categories, Color colour) {
        List<Double> heights = new ArrayList<>();
        List<Double> bars = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            heights.add(Double.isNaN(values[i]) ? null : values[i]);
            bars.add(bar(i));
        }
        CategorySeries series = chart.addSeries(name, categories, heights, hasBars() ? bars : null);
        series.setFillColor(colour).setLabel(Style.legendLabel(name, chart.getWidth()));
        series.setLineColor(colour);
        return series;
    }

    /** As in "1.95 ± 0.33". */
    String tell(int category) {
        return Double.isNaN(values[category]) ? "none" : Numbers.significant(values[category], 4)
                + (hasBar(category) ? " ± " + Numbers.significant(errors[category], 2) : "");
    }

    /** As in "10 values from 9.04 at 5 to 11.24 at 1". */
    String summary(List<String> categories) {
        int[] there = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
        int least = there[0];
        int greatest = there[0];
        for (int i : there) {
            least = values[i] < values[least] ? i : least;
            greatest = values[i] > values[greatest] ? i : greatest;
        }
        return there.length + " values from " + tell(least) + " at " + categories.get(least) + " to " + tell(greatest) + " at "
                + categories.get(greatest);
    }

    long missing() {
        return Arrays.stream(values).filter(Double::isNaN).count();
    }
}
