/**
 * From a run's journal to its derived files and to what the program prints about it. The figures
 * are {@code bridgebench.reports}'; the JMH and HdrHistogram formats {@code bridgebench.jmh}'s.
 */
@NullMarked
package bridgebench.cli.results;

import org.jspecify.annotations.NullMarked;
