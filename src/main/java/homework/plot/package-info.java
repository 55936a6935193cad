/**
 * Plots for the notebooks: learning curves, comparisons, digit grids, confusion matrices, functions, traces and bars.
 * Charts are drawn by XChart, digit grids pixel by pixel; {@link homework.plot.Style} is the look of them all.
 * Each plot is an immutable value; every method that adds something returns a new plot, so a notebook cell may be run twice.
 */
package homework.plot;
