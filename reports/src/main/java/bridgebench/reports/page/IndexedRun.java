package bridgebench.reports.page;

import bridgebench.scenarios.run.RunFile;

/**
 * A run as the index lists it.
 *
 * @param reportLink relative address of its report from the index; empty where it has none
 * @param run its run file
 */
public record IndexedRun(String reportLink, RunFile run) {}
