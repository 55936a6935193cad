/**
 * Grades submissions. A {@link homework.grade.Judge}, which is trusted, holds the tests and what they expect; for each submission a
 * {@link homework.grade.Runner} in a sandbox holds the student's methods and answers calls. Between them go frames of plain values
 * ({@link homework.grade.Wire}), and the judge believes nothing that comes back.
 */
package homework.grade;
