package homework.data;

import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Images with one class label each.
 *
 * <p>Pixels as read from a file lie in [0, 1]. The value itself never changes: {@link #labels()} hands out a copy and
 * every method that alters something returns a new value. Only {@link #images()} is the array itself, because a copy of
 * MNIST costs 188 MB: calculate with {@code sub}, {@code div}, not with {@code subi}, {@code divi}, or {@code dup()} first.
 */
public final class LabelledImages {
    private final String name;
    private final INDArray images;
    private final int[] labels;
    private final int classes;

    private LabelledImages(String name, INDArray images, int[] labels, int classes) {
        this.name = name;
        this.images = images;
        this.labels = labels;
        this.classes = classes;
    }

    /**
     * @param name what a person calls these images, such as {@code MNIST train}
     * @param images float [n, channels, height, width]
     * @param labels n labels in 0 … classes − 1
     * @throws DataException if something is null, or shape, count or a label does not fit
     */
    public static LabelledImages of(String name, INDArray images, int[] labels, int classes) {
        if (images == null || labels == null) {
            throw new DataException("\"" + name + "\" needs images and labels, but " + (images == null ? "images" : "labels")
                    + " are null: give an array of float [n, channels, height, width] and n labels.");
        }
        if (images.rank() != 4 || images.dataType() != DataType.FLOAT) {
            throw new DataException("Images of \"" + name + "\" must be float [n, channels, height, width], but are "
                    + images.dataType().toString().toLowerCase(Locale.ROOT) + " " + Arrays.toString(images.shape())
                    + ": reshape them, and castTo(DataType.FLOAT).");
        }
        if (images.size(0) != labels.length) {
            throw new DataException("\"" + name + "\" has " + images.size(0) + " images and " + labels.length
                    + " labels: there must be one label for each image.");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new DataException("Label " + i + " of \"" + name + "\" is " + labels[i] + ", but with " + classes
                        + " classes labels are 0 to " + (classes - 1) + ".");
            }
        }
        return new LabelledImages(name, images, labels.clone(), classes);
    }

    /** Float [n, channels, height, width]; the array itself, so leave its values as they are. */
    public INDArray images() {
        return images;
    }

    /** The n labels, each in 0 … classes − 1. */
    public int[] labels() {
        return labels.clone();
    }

    /** The label of image i. */
    public int label(int i) {
        return labels[checkIndex(i)];
    }

    public int classes() {
        return classes;
    }

    public String name() {
        return name;
    }

    /** The number of images. */
    public int size() {
        return labels.length;
    }

    /** How many images each class has, by label. */
    public int[] classCounts() {
        return classCounts(labels, classes);
    }

    /** The labels as rows of zeros with a single one: float [n, classes], what a network is trained on. */
    public INDArray oneHot() {
        float[] rows = new float[labels.length * classes];
        for (int i = 0; i < labels.length; i++) {
            rows[i * classes + labels[i]] = 1;
        }
        return Nd4j.createFromArray(rows).reshape(labels.length, classes);
    }

    /** The images at these indices, in this order, as a copy; an index may occur more than once. */
    public LabelledImages select(int... indices) {
        if (indices.length == 0) {
            throw new DataException("Nothing to select from \"" + name + "\": give at least one index.");
        }
        int[] selected = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            selected[i] = labels[checkIndex(indices[i])];
        }
        long[] shape = images.shape();
        INDArray rows = images.reshape('c', shape[0], shape[1] * shape[2] * shape[3]);
        INDArray picked = Nd4j.pullRows(rows, 1, indices, 'c');
        return new LabelledImages(name, picked.reshape('c', indices.length, shape[1], shape[2], shape[3]), selected, classes);
    }

    /** The first n images (at least 1), or all if there are fewer. */
    public LabelledImages first(int n) {
        if (n < 1) {
            throw new DataException("The first " + n + " images of \"" + name + "\" were asked for: ask for at least 1.");
        }
        int[] indices = new int[Math.min(n, size())];
        Arrays.setAll(indices, i -> i);
        return select(indices);
    }

    /** The same labels with other images, such as padded or standardised ones. */
    public LabelledImages withImages(INDArray others) {
        return of(name, others, labels, classes);
    }

    /** The same images and labels under another name. */
    public LabelledImages named(String other) {
        return new LabelledImages(other, images, labels, classes);
    }

    @Override
    public String toString() {
        long[] shape = images.shape();
        String head = String.format(Locale.ROOT, "%s: %d images, %d x %d x %d (channels, height, width), %s, %d classes", name,
                size(), shape[1], shape[2], shape[3], range(), classes);
        StringBuilder top = new StringBuilder("\n  class");
        StringBuilder counts = new StringBuilder("\n  count");
        int[] perClass = classCounts();
        for (int c = 0; c < classes; c++) {
            int width = Math.max(String.valueOf(perClass[c]).length(), String.valueOf(c).length()) + 2;
            top.append(String.format("%" + width + "d", c));
            counts.append(String.format("%" + width + "d", perClass[c]));
        }
        return head + top + counts;
    }

    static int[] classCounts(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    private String range() {
        return size() == 0 ? "empty" : String.format(Locale.ROOT, "values from %.3g to %.3g",
                images.minNumber().doubleValue(), images.maxNumber().doubleValue());
    }

    private int checkIndex(int i) {
        if (i < 0 || i >= labels.length) {
            throw new DataException("There is no image " + i + " in \"" + name + "\": its images are 0 to " + (labels.length - 1) + ".");
        }
        return i;
    }
}
