/**
 * Whether the machine was quiet enough to believe a run: readings of each fork, limits, and what to
 * do. Figures and verdicts are not made here, and none is changed by what is found here.
 */
@NullMarked
package bridgebench.reports.trust;

import org.jspecify.annotations.NullMarked;
