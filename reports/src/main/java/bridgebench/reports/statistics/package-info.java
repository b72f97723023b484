/**
 * Estimates, intervals and tests on numbers that come in forks and iterations. Knows neither
 * scenarios nor runs, and holds no sentence that a reader of a report sees.
 */
@NullMarked
package bridgebench.reports.statistics;

import org.jspecify.annotations.NullMarked;
