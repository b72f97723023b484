package bridgebench.reports.findings;

import java.util.List;
import java.util.Map;

/**
 * One fork of an arm, iteration by iteration.
 *
 * @param fork 0-based number within its scenario
 * @param sequence 0-based place in the run's interleaved order
 * @param warmupNanos time per operation of each warm-up iteration, in order
 * @param measurementNanos time per operation of each measured iteration, in order; every one counts
 * @param warmupClass how the fork's level went
 * @param outliers measured iterations outside Tukey's fences of the fork: counted, never dropped
 * @param noise the machine around the fork, as the journal has it
 */
public record ForkTrace(
    int fork,
    int sequence,
    List<Double> warmupNanos,
    List<Double> measurementNanos,
    WarmupClass warmupClass,
    int outliers,
    Map<String, Double> noise) {}
