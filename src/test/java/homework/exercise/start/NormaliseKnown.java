package homework.exercise.start;

import homework.exercise.Known;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Answers to normalise, right and wrong. */
final class NormaliseKnown {
    private static final String[] VALUES = {"trainingImages", "otherImages", "oneGrey", "floats", "leavesItsArgumentsAlone"};

    static final Known<DataAndSplits.Normalise> ALL = Known.of(DataAndSplits.NORMALISE, NormaliseHidden.class, NormaliseKnown::normalise)
            .wrong("own statistics (the leak)", (images, train) -> normalise(images, images), "own statistics",
                    "otherImages", "oneGrey", "floats", "leavesItsArgumentsAlone")
            .wrong("own mean", (images, train) -> images.sub(mean(images)).div(sd(train)), "own mean",
                    "otherImages", "oneGrey", "floats", "leavesItsArgumentsAlone")
            .wrong("own spread", (images, train) -> images.sub(mean(train)).div(sd(images)), "own spread",
                    "otherImages", "oneGrey", "floats", "leavesItsArgumentsAlone")
            .wrong("statistics of both together", (images, train) -> normalise(images, Nd4j.concat(0, images.ravel(), train.ravel())), "together",
                    "otherImages", "oneGrey", "floats", "leavesItsArgumentsAlone")
            .wrong("arguments exchanged", (images, train) -> normalise(train, images), "exchanged",
                    "otherImages", "oneGrey", "floats", "leavesItsArgumentsAlone")
            .wrong("each image by itself", NormaliseKnown::perImage, "per image", VALUES)
            .wrong("each image by itself, where it is not the training set",
                    (images, train) -> images.equals(train) ? normalise(images, train) : perImage(images, train),
                    "per image", "otherImages", "oneGrey", "floats", "leavesItsArgumentsAlone")
            .wrong("each pixel by itself", (images, train) -> images.sub(train.mean(true, 0)).div(train.std(false, true, 0)), "per pixel", VALUES)
            .wrong("divisor M - 1", (images, train) -> images.sub(mean(train)).div(train.stdNumber()), "M - 1", VALUES)
            .wrong("variance", (images, train) -> images.sub(mean(train)).div(sd(train) * sd(train)), "variance", VALUES)
            .wrong("mean not subtracted", (images, train) -> images.div(sd(train)), "mean left", VALUES)
            .wrong("not divided", (images, train) -> images.sub(mean(train)), "spread left", VALUES)
            .wrong("x − μ/σ", (images, train) -> images.sub(mean(train) / sd(train)), "order", VALUES)
            .wrong("flattened", (images, train) -> normalise(images, train).ravel(), "shape", VALUES)
            .wrong("in place", (images, train) -> images.subi(mean(train)).divi(sd(train)), "argument changed", "leavesItsArgumentsAlone")
            .wrong("train changed", (images, train) -> {
                INDArray z = normalise(images, train);
                train.subi(mean(train));
                return z;
            }, "argument changed", "leavesItsArgumentsAlone")
            .wrong("result in float", (images, train) -> normalise(images, train).castTo(DataType.FLOAT), "float",
                    "trainingImages", "otherImages", "oneGrey", "leavesItsArgumentsAlone")
            .wrong("result in double", (images, train) -> normalise(images, train).castTo(DataType.DOUBLE), "type", "floats")
            .wrong("NaN for an image of one grey",
                    (images, train) -> normalise(images, train).add(perImage(images, train)).sub(perImage(images, train)), "NaN", "oneGrey")
            .wrong("null", (images, train) -> null, "null", VALUES)
            .wrong("only what was seen",
                    (images, train) -> train.length() == 4 ? normalise(images, train) : train.dup(), "value", VALUES);

    private NormaliseKnown() {
    }

    static INDArray normalise(INDArray images, INDArray train) {
        return images.sub(mean(train)).div(sd(train));
    }

    private static INDArray perImage(INDArray images, INDArray train) {
        INDArray rows = images.reshape(images.size(0), images.length() / images.size(0));
        return rows.subColumnVector(rows.mean(true, 1)).divColumnVector(rows.std(false, true, 1)).reshape(images.shape());
    }

    private static double mean(INDArray images) {
        return images.meanNumber().doubleValue();
    }

    private static double sd(INDArray images) {
        return images.stdNumber(false).doubleValue();
    }
}
