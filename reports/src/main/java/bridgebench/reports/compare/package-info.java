/**
 * Two or more runs, or JMH result files, side by side: a ratio and a verdict per scenario, and what
 * differs between their environments. Charts and HTML live elsewhere.
 */
@NullMarked
package bridgebench.reports.compare;

import org.jspecify.annotations.NullMarked;
