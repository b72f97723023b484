/** WHAT was found: statistics, charts and the HTML report, from result files alone. */
@NullMarked
package bridgebench.reports;

import org.jspecify.annotations.NullMarked;
