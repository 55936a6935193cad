package homework.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;

/** Moves all parameters of a network along their gradients. */
final class Updater {
    private final Parameters parameters;
    private final Layer[] layers;
    private final Map<Parameter, Rate> rateOf = new LinkedHashMap<>();
    private final Rate[] rates;
    private Step[] steps;

    /** @throws UnsupportedNetwork if one of the network's updaters is not known */
    Updater(Parameters parameters, Layer[] layers) {
        this.parameters = parameters;
        this.layers = layers;
        for (Parameter parameter : parameters.all()) {
            if (parameter.updater() != null) {
                rateOf.put(parameter, new Rate(parameter.updater(), parameters.shop()));
            }
        }
        rates = rateOf.values().toArray(Rate[]::new);
    }

    /** To be called once, when all parameters have their layouts. */
    void build() {
        List<Step> all = new ArrayList<>();
        for (int i = 0; i < layers.length; i++) {
            List<Parameter> moved = parameters.moved(i);
            if (!moved.isEmpty()) {
                all.addAll(Clipping.of(layers[i].getConfig(), moved, parameters.shop()));
            }
            for (Parameter parameter : moved) {
                all.addAll(Updates.of(parameter, rateOf.get(parameter), parameters.shop()));
            }
        }
        steps = all.toArray(Step[]::new);
    }

    /** The step that makes {@code iteration} + 1 steps of the network. */
    void step(int iteration, int epoch) {
        for (Rate rate : rates) {
            rate.set(iteration, epoch);
        }
        for (Step step : steps) {
            step.run();
        }
    }

    /** For a profile. */
    List<Step> steps() {
        return List.of(steps);
    }

    /** Of the first parameter, for messages. */
    double learningRate(int iteration, int epoch) {
        return rates[0].updater().getLearningRate(iteration, epoch);
    }
}
