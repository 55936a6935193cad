/** The kernel edge: what a notebook shows, its progress bars, live plots and proofs, in JJava, in IJava and in a terminal. */
package homework.notebook;
