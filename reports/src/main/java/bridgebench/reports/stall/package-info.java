/**
 * Finds waiting that has nothing to do with work: steps in a sweep, levels at a system's timers,
 * latencies in two groups. Works on numbers alone: which scenario they belong to, and every
 * sentence, is the business of the findings.
 */
@NullMarked
package bridgebench.reports.stall;

import org.jspecify.annotations.NullMarked;
