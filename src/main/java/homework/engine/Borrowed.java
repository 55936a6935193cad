package homework.engine;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Pointers to memory that belongs to an ND4J array. They must not be made from ND4J's own pointers: JavaCPP would free the array's memory
 * with the last of them. Whoever has one keeps the array reachable.
 */
final class Borrowed {
    private Borrowed() {
    }

    /** The array's values from the {@code offset}-th on. */
    static FloatPointer floats(INDArray array, long offset) {
        return new Floats(start(array) + offset * Float.BYTES);
    }

    /** The array's values as bytes. */
    static BytePointer bytes(INDArray array) {
        return new Bytes(start(array));
    }

    /** The address of a buffer that several arrays share is where the first of them begins. */
    private static long start(INDArray array) {
        return array.data().address() + array.offset() * Float.BYTES;
    }

    private static final class Floats extends FloatPointer {
        Floats(long start) {
            super((Pointer) null);
            address = start;
        }
    }

    private static final class Bytes extends BytePointer {
        Bytes(long start) {
            super((Pointer) null);
            address = start;
        }
    }
}
