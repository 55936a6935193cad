/** Trials of what the course rests on outside Java: native code and fonts. Imports nothing of ours. */
package homework.doctor;
