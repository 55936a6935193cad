package homework.engine;

import java.util.List;
import java.util.function.Function;

/**
 * Steps by {@link ConjugateGradient}: as long as needed along their directions, so that the network's updaters and learning rates rest. Every
 * evaluation is a way forward and back with the same images and the same dropout masks.
 */
final class ConjugateGradientRule implements Rule, Landscape {
    private final Parameters parameters;
    private final ConjugateGradient search;
    private Vector x;
    private Vector g;
    private Vector s;
    private Vector xBefore;
    private Vector gBefore;
    private Minibatch batch;

    /** @throws UnsupportedNetwork if the network asks for what changes gradients, which would not be those of the loss any more */
    ConjugateGradientRule(Parameters parameters, org.deeplearning4j.nn.api.Layer[] layers, int iterations) {
        this.parameters = parameters;
        search = new ConjugateGradient(iterations);
        for (Parameter parameter : parameters.all()) {
            Support.require(parameter.l2() == 0, "weight decay of " + parameter.name() + " in conjugate gradient");
        }
        for (int i = 0; i < layers.length; i++) {
            Support.require(parameters.moved(i).isEmpty() || !Clipping.clips(layers[i].getConfig().getGradientNormalization()),
                    "gradient normalisation of layer " + layers[i].conf().getLayer().getLayerName() + " in conjugate gradient");
        }
    }

    @Override
    public void build() {
        x = new Vector(ofMoved(Parameter::values));
        g = new Vector(ofMoved(Parameter::gradient));
        s = new Vector(ofMoved(this::another));
        xBefore = new Vector(ofMoved(this::another));
        gBefore = new Vector(ofMoved(this::another));
    }

    private List<Tensor> ofMoved(Function<Parameter, Tensor> part) {
        return parameters.all().stream().filter(parameter -> parameter.updater() != null).map(part).toList();
    }

    private Tensor another(Parameter parameter) {
        return parameters.shop().tensor(parameter.gradient().layout());
    }

    @Override
    public boolean step(int iteration, int epoch, Minibatch minibatch) {
        batch = minibatch;
        double loss = batch.loss();
        batch.backward();
        return Double.isFinite(search.minimise(this, loss));
    }

    @Override
    public List<Step> steps() {
        return List.of();
    }

    @Override
    public double evaluate() {
        batch.forward();
        double loss = batch.loss();
        batch.backward();
        return loss;
    }

    @Override
    public double slope() {
        return g.dot(s);
    }

    @Override
    public void move(double length) {
        x.add(length, s);
    }

    @Override
    public void mark() {
        xBefore.set(x);
        gBefore.set(g);
    }

    @Override
    public void back() {
        x.set(xBefore);
    }

    @Override
    public void steepest() {
        s.setMinus(g);
    }

    @Override
    public void conjugate() {
        double beta = (g.dot(g) - g.dot(gBefore)) / gBefore.dot(gBefore);
        s.scaleAndSubtract(beta, g);
    }
}
