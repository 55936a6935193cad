/** The exercises of the notebooks in 3-convnet: what is to be written, and its visible tests. */
package homework.exercise.convnet;
