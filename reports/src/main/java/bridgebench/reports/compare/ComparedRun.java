package bridgebench.reports.compare;

import java.util.SortedMap;

/**
 * One input of a comparison.
 *
 * @param label what the reader knows it by: the run's id or the file's name
 * @param source "run" or "jmh"
 * @param environment facts of the machine and the programs; empty when the input has none
 * @param scenarios how many scenarios it has a result of
 */
public record ComparedRun(
    String label, String source, SortedMap<String, String> environment, int scenarios) {}
