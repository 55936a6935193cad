package homework.engine;

/** One piece of work of a training step, such as a convolution; it reads and writes fixed memory. */
interface Step {
    void run();
}
