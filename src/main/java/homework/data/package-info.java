/** Datasets, seeded splits and preprocessing. */
package homework.data;
