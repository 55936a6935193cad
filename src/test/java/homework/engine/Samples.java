package homework.engine;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Random examples: inputs N(0, 1) as the engine takes them, and their classes. */
record Samples(INDArray images, int[] labels, int classes) {
    /** @param shape of one example */
    static Samples drawn(int count, int classes, long seed, long... shape) {
        Random random = new Random(seed);
        long[] all = new long[shape.length + 1];
        all[0] = count;
        System.arraycopy(shape, 0, all, 1, shape.length);
        float[] values = new float[(int) Arrays.stream(all).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        int[] labels = IntStream.range(0, count).map(i -> random.nextInt(classes)).toArray();
        return new Samples(Nd4j.createFromArray(values).reshape('c', all), labels, classes);
    }

    /** For the networks of {@link Nets}; shape is that of one example. */
    static Samples of(int count, long... shape) {
        return drawn(count, Nets.CLASSES, 1, shape);
    }

    int size() {
        return labels.length;
    }

    /** 0, 1, 2, … over and over: enough for so many steps. */
    int[] order(int steps, int batchSize) {
        return IntStream.range(0, steps * batchSize).map(i -> i % labels.length).toArray();
    }

    /** What DL4J trains on: these examples and their one-hot labels. */
    DataSet batch(int... rows) {
        INDArray oneHot = Nd4j.zeros(DataType.FLOAT, rows.length, classes);
        for (int i = 0; i < rows.length; i++) {
            oneHot.putScalar(i, labels[rows[i]], 1);
        }
        long[] shape = images.shape().clone();
        shape[0] = rows.length;
        return new DataSet(images.reshape(size(), -1).getRows(rows).dup('c').reshape('c', shape), oneHot);
    }

    DataSet all() {
        return batch(IntStream.range(0, size()).toArray());
    }
}
