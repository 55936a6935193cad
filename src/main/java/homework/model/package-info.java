/**
 * The networks of the five reports as ordinary DL4J networks, and what DL4J lacks for them: L2 pooling, subtractive normalisation, the
 * multi-margin loss, squared error on ±1, plain momentum and Torch's initialisation.
 *
 * <p>{@link homework.model.TorchConvnet}, {@link homework.model.Nyu2017Baseline}, {@link homework.model.Mlp} and
 * {@link homework.model.SmallVgg} are immutable descriptions: each method returns a changed copy, {@code build(seed)} an initialised
 * {@code MultiLayerNetwork}. {@link homework.model.Summary} prints one.
 */
package homework.model;
