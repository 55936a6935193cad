/**
 * What {@code ./course bench} measures on the Java side: the workloads, the start files that every contender begins with, and the
 * contenders of ours and of DL4J. A program of its own: no other package imports it.
 */
package homework.bench;
