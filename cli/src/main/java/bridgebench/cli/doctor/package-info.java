/**
 * Judges whether this machine can measure: one finding a check, each with what to do about it.
 * Collecting the facts is {@code bridgebench.jmh.environment}'s; nothing here changes the machine.
 */
@NullMarked
package bridgebench.cli.doctor;

import org.jspecify.annotations.NullMarked;
