/** Runs at the scale of the published reports, and their results on disk with where they come from. */
package homework.experiment;
