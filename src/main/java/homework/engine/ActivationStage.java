package homework.engine;

/** An activation function in a layer of its own. */
final class ActivationStage extends Stage {
    private final Elementwise function;

    ActivationStage(Build build, String name, Tensor input, Elementwise function) {
        super(build, name, input);
        this.function = function;
        outputIs(shop().tensor(input.layout()));
        forward(function.applied(name + " forward", shop(), input, output()));
    }

    @Override
    Tensor back(Tensor gradient, boolean wanted) {
        if (wanted) {
            backward(function.differentiated(name() + " backward", shop(), output(), gradient));
        }
        return wanted ? gradient : null;
    }
}
