package homework.data;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A border of zeros around images: [n, c, 28, 28] becomes [n, c, 32, 32], what the Torch convnet of kit-lab1 reads. */
public final class Padding {

    private Padding() {
    }

    /** Padded to 32×32. */
    public static LabelledImages to32(LabelledImages data) {
        return to(data, 32, 32);
    }

    /** Padded to the given size; where the border cannot be equal, the right and the bottom get the odd pixel. */
    public static LabelledImages to(LabelledImages data, int height, int width) {
        return data.withImages(to(data.images(), height, width));
    }

    /**
     * @param images [n, c, h, w] with h ≤ height and w ≤ width
     * @return [n, c, height, width], a new array
     */
    public static INDArray to(INDArray images, int height, int width) {
        if (images.rank() != 4 || images.size(2) > height || images.size(3) > width) {
            throw new DataException("Only images [n, channels, height, width] up to " + height + "x" + width
                    + " can be padded to that size, but these are " + Arrays.toString(images.shape()) + ".");
        }
        long h = images.size(2);
        long w = images.size(3);
        long top = (height - h) / 2;
        long left = (width - w) / 2;
        INDArray padded = Nd4j.zeros(images.dataType(), images.size(0), images.size(1), height, width);
        padded.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(top, top + h), NDArrayIndex.interval(left, left + w))
                .assign(images);
        return padded;
    }
}
