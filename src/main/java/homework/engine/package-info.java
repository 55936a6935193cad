/**
 * Trains a DL4J network at the speed of the hardware: the steps run on oneDNN's primitives, called from Java, on the network's own
 * parameters. {@link homework.engine.Engine} is all that others need.
 */
package homework.engine;
