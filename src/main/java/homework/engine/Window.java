package homework.engine;

/**
 * The window of a convolution or pooling: its size, the step between windows, and the zeros around the maps.
 * The number of windows is rounded down, as DL4J's Truncate and Torch do.
 */
record Window(int height, int width, int strideHeight, int strideWidth, int paddingHeight, int paddingWidth) {
    static Window of(int[] kernel, int[] stride, int[] padding) {
        return new Window(kernel[0], kernel[1], stride[0], stride[1], padding[0], padding[1]);
    }

    long outHeight(long in) {
        return (in + 2L * paddingHeight - height) / strideHeight + 1;
    }

    long outWidth(long in) {
        return (in + 2L * paddingWidth - width) / strideWidth + 1;
    }

    long[] kernel() {
        return new long[] {height, width};
    }

    long[] strides() {
        return new long[] {strideHeight, strideWidth};
    }

    /** Zeros above and to the left. */
    long[] before() {
        return new long[] {paddingHeight, paddingWidth};
    }

    /** Zeros below and to the right: only as many as the last window reaches; negative if it ends before the border. */
    long[] after(long inHeight, long inWidth) {
        return new long[] {(outHeight(inHeight) - 1) * strideHeight + height - inHeight - paddingHeight,
            (outWidth(inWidth) - 1) * strideWidth + width - inWidth - paddingWidth};
    }

    /** Places in the window. */
    int area() {
        return height * width;
    }
}
