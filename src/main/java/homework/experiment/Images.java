package homework.experiment;

import homework.data.ContrastNormalization;
import homework.data.LabelledImages;
import homework.data.Mnist;
import homework.data.Split;
import homework.data.TorchImages;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * Which images of MNIST an experiment trains on, on which it is measured, and how they are prepared.
 *
 * @param part of MNIST
 * @param window of the local contrast normalisation in pixels; 0 for none
 */
public record Images(Part part, int window) {

    /** What is trained on and what is held out. */
    public enum Part {
        /** {@code kit-lab1}: ten per cent of each side of the 70/30 split of the training images, drawn with the seed of the run. */
        TENTH("10 % of the 70/30 split, 4200 and 1800", "validation", 4200, 1800),
        /** {@code kit-lab1}'s final model: 70 % of the training images, drawn with the seed of the run, and the test images. */
        SEVENTY_PERCENT("70 % of the training images, 42000, and the 10000 test images", "test", 42000, 10000),
        /** {@code nyu-2015}: all training images and all test images. */
        ALL("all 60000 training and 10000 test images", "test", 60000, 10000);

        private final String text;
        private final String heldOut;
        private final int images;
        private final int heldOutImages;

        Part(String text, String heldOut, int images, int heldOutImages) {
            this.text = text;
            this.heldOut = heldOut;
            this.images = images;
            this.heldOutImages = heldOutImages;
        }

        /** To train on. */
        int images() {
            return images;
        }

        /** To train on, or to measure on. */
        int images(boolean training) {
            return training ? images : heldOutImages;
        }

        /** Whether runs of all seeds have the same images to train on, or to measure on. */
        boolean isSame(boolean training) {
            return this == ALL || this == SEVENTY_PERCENT && !training;
        }

        /** To measure on. */
        int heldOutImages() {
            return heldOutImages;
        }

        /** What the held-out images are called: validation or test. */
        public String heldOut() {
            return heldOut;
        }
    }

    /** What a run gets. */
    record Chosen(LabelledImages train, LabelledImages heldOut) {

        /** Of pixels (0 to 255) and labels in their order, of images as MNIST has them. */
        String checksum() {
            CRC32 checksum = new CRC32();
            add(checksum, train);
            add(checksum, heldOut);
            return String.format("%08x", checksum.getValue());
        }

        private static void add(CRC32 checksum, LabelledImages images) {
            float[] pixels = images.images().dup('c').data().asFloat();
            byte[] bytes = new byte[pixels.length];
            for (int i = 0; i < pixels.length; i++) {
                bytes[i] = (byte) Math.round(255 * pixels[i]);
            }
            checksum.update(bytes);
            for (int label : images.labels()) {
                checksum.update(label);
            }
        }
    }

    public Images {
        Objects.requireNonNull(part);
        if (window != 0) {
            new ContrastNormalization(window);
        }
    }

    /** The same with local contrast normalisation over size × size pixels. */
    public Images normalized(int size) {
        return new Images(part, size);
    }

    /** All of MNIST prepared, of which {@link #choose} takes the runs' share. */
    TorchImages prepare(Mnist mnist) {
        return window == 0 ? TorchImages.of(mnist) : TorchImages.of(mnist, new ContrastNormalization(window));
    }

    /** The share of a run with this seed; of MNIST as it is, or prepared. */
    Chosen choose(LabelledImages train, LabelledImages test, long seed) {
        return switch (part) {
            case ALL -> new Chosen(train, test);
            case SEVENTY_PERCENT -> new Chosen(Split.random(train, .7, seed).part(Split.TRAIN), test);
            case TENTH -> {
                Split split = Split.random(train, .7, seed).subset(.1, seed);
                yield new Chosen(split.part(Split.TRAIN), split.part(Split.VALIDATION));
            }
        };
    }

    @Override
    public String toString() {
        return "MNIST, " + part.text + "; 32x32, standardised" + (window == 0 ? "" : ", contrast normalised over " + window + "x" + window);
    }
}
