package homework.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;

/** Moves all parameters of a network along their gradients, as DL4J's updaters do. */
final class Updater implements Rule {
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

    @Override
    public void build() {
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

    @Override
    public boolean step(int iteration, int epoch, Minibatch batch) {
        batch.backward();
        for (Rate rate : rates) {
            rate.set(iteration, epoch);
        }
        for (Step step : steps) {
            step.run();
        }
        return true;
    }

    @Override
    public List<Step> steps() {
        return List.of(steps);
    }

    /** Of the first parameter, for messages. */
    double learningRate(int iteration, int epoch) {
        return rates[0].updater().getLearningRate(iteration, epoch);
    }
}
