/** The kernel edge: what a notebook shows, its progress bars and live plots, in JJava, in IJava and in a terminal. */
package homework.notebook;
