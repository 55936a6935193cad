/** The exercises of the notebooks in 0-start: what is to be written, and its visible tests. */
package homework.exercise.start;
