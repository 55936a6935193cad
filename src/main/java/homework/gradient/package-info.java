/**
 * Gradients compared with finite differences, and derivations that run. A comparison that fails names the entries that
 * differ most and, where the pattern of the differences gives it away, the likely cause. Nothing here prints by itself:
 * the text of a result is its {@code toString()}.
 */
package homework.gradient;
