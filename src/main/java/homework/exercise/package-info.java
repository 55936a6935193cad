/**
 * What students write, and what tells them how far they are. An {@link homework.exercise.Exercise} names a functional interface, which the
 * student's method implements, and a class of JUnit 5 tests with points. {@link homework.exercise.Checker} runs those tests through a
 * {@link homework.exercise.Binding}, so that the same tests serve a notebook, where the method is a lambda of this JVM, and a judge
 * that keeps it in another process.
 */
package homework.exercise;
