package homework.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** All steps that take a fixed number of images through the network, and back. */
final class Plan implements AutoCloseable {
    private final Workshop shop = new Workshop();
    private final List<Stage> stages = new ArrayList<>();
    private final int size;
    private final BytePointer inputBytes;
    private final long imageBytes;
    private final int classes;
    private final Tensor input;
    private final Tensor scores;
    private final Tensor slopes;
    private final float[] values;
    private final Step[] refresh;
    private final Step[] forward;
    private final Step[] backward;

    /**
     * @param layers of the network, the first one first
     * @param imageShape without the number of images
     * @param training whether there is a way back
     */
    Plan(List<Blueprint> layers, Parameters parameters, long[] imageShape, int size, boolean training) {
        try {
            this.size = size;
            Build build = new Build(shop, parameters, size, training);
            long[] shape = new long[imageShape.length + 1];
            shape[0] = size;
            System.arraycopy(imageShape, 0, shape, 1, imageShape.length);
            input = shop.tensor(Layouts.plain(shape));
            inputBytes = new BytePointer(input.values());
            imageBytes = input.layout().get_size() / size;
            List<Boolean> needed = new ArrayList<>();
            scores = buildForward(layers, build, needed);
            classes = (int) scores.shape()[1];
            values = new float[size * classes];
            slopes = training ? shop.tensor(scores.layout()) : null;
            if (training) {
                Tensor gradient = slopes;
                for (int i = stages.size() - 1; i >= 0; i--) {
                    gradient = stages.get(i).back(gradient, needed.get(i));
                }
            }
            refresh = build.refresh().toArray(Step[]::new);
            forward = build.forward().toArray(Step[]::new);
            backward = build.backward().toArray(Step[]::new);
        } catch (RuntimeException e) {
            shop.close();
            throw e;
        }
    }

    private Tensor buildForward(List<Blueprint> layers, Build build, List<Boolean> needed) {
        boolean parametersBefore = false;
        Tensor tensor = input;
        for (Blueprint layer : layers) {
            Stage stage = stage(layer, build, tensor);
            if (stage != null) {
                stages.add(stage);
                needed.add(parametersBefore);
                tensor = stage.output();
                parametersBefore |= layer.hasParameters();
            }
        }
        return tensor;
    }

    private static Stage stage(Blueprint layer, Build build, Tensor input) {
        try {
            return layer.maker().on(build, input);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Layer " + layer.name() + " cannot read " + Arrays.toString(input.shape())
                    + " (examples first): " + e.getMessage() + " Are the images of the size that the network was made for?", e);
        }
    }

    /** Copies an image of a larger array into row {@code row} of the input. */
    void put(int row, BytePointer images, long image) {
        Pointer.memcpy(inputBytes.position(row * imageBytes), images.position(image * imageBytes), imageBytes);
    }

    /** After the parameters have changed: copies them into the other layouts in which primitives want them. */
    void refresh() {
        run(refresh);
    }

    /** @return the scores, image by image; overwritten by the next call */
    float[] forward() {
        run(forward);
        scores.values().position(0).get(values, 0, values.length);
        return values;
    }

    /** @param slopes derivatives of the loss with respect to the scores, image by image */
    void backward(float[] slopes) {
        this.slopes.values().position(0).put(slopes, 0, values.length);
        run(backward);
    }

    private static void run(Step[] steps) {
        for (Step step : steps) {
            step.run();
        }
    }

    int size() {
        return size;
    }

    int classes() {
        return classes;
    }

    Tensor input() {
        return input;
    }

    List<Stage> stages() {
        return stages;
    }

    /** All steps in the order of a training step, for a profile. */
    List<Step> steps() {
        List<Step> all = new ArrayList<>(List.of(refresh));
        all.addAll(List.of(forward));
        all.addAll(List.of(backward));
        return all;
    }

    @Override
    public void close() {
        shop.close();
    }
}
