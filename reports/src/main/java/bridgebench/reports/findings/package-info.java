/**
 * What a run shows: the figures of each arm, the comparisons that are allowed, their verdicts, and
 * the sentences that state them. No drawing and no HTML.
 */
@NullMarked
package bridgebench.reports.findings;

import org.jspecify.annotations.NullMarked;
