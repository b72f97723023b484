/**
 * Runs a suite as interleaved JMH forks, keeps each in the journal, and derives the standard files
 * from it. No statistics of the program's own and no reports.
 */
@NullMarked
package bridgebench.jmh.runner;

import org.jspecify.annotations.NullMarked;
