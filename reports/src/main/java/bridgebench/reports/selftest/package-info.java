/**
 * What a machine's own noise does to verdicts, from a run of arms that are all alike. The run is
 * measured elsewhere; its figures and its trust are those of any run.
 */
@NullMarked
package bridgebench.reports.selftest;

import org.jspecify.annotations.NullMarked;
