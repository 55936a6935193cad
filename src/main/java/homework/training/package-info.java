/**
 * Training that one can watch, stop and resume: {@link homework.training.Fit} trains a network epoch after epoch on
 * {@link homework.engine.Engine}, {@link homework.training.History} is what was measured.
 */
package homework.training;
