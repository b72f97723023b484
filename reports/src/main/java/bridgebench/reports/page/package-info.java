/**
 * Writes HTML: one offline page per run, per comparison and per folder of runs. Chooses which
 * charts and tables show a finding and words what they include; computes no statistics and draws
 * nothing itself.
 */
@NullMarked
package bridgebench.reports.page;

import org.jspecify.annotations.NullMarked;
