/** The exercises of the notebooks in 1-backprop: what is to be written, and its visible tests. */
package homework.exercise.backprop;
