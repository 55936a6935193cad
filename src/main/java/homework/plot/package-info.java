/**
 * Plots for the notebooks: learning curves, comparisons, digit grids, confusion matrices, functions, traces, bars and
 * computation graphs.
 * Charts are drawn by XChart, digit grids and graphs by hand; {@link homework.plot.Style} is the look of them all.
 * Each plot is an immutable value; every method that adds something returns a new plot, so a notebook cell may be run twice.
 */
package homework.plot;
