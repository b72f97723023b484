package bridgebench.reports.findings;

import bridgebench.scenarios.run.Figure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an arm: each is the median over forks with its 95 % interval. A figure that the
 * arm's path does not have is absent.
 *
 * @param byMetric time and throughput
 * @param meanNanos mean time per operation, which stages add up to: {@link Metric#TASK_NANOS} is of
 *     a fork's median iteration, and stages are of all; null without a finished fork
 * @param latency by kind
 * @param stageNanos nanoseconds per operation by stage key ("python.decode") or, for worker starts,
 *     by part ("spawn", "interpreter", "imports", "function", "first-batch"); in the order in which
 *     they happen
 * @param actors time per operation by actor ("jvm-writer", "python", "jvm-reader")
 * @param memoryBytes by name, such as "python.peakResident", with those of {@link OperationMemory};
 *     per fork the greatest of its iterations
 * @param firstTaskNanos durations of a fresh worker's first tasks, in order
 */
public record Figures(
    Map<Metric, Figure> byMetric,
    @Nullable Figure meanNanos,
    Map<String, LatencyFigures> latency,
    Map<String, Figure> stageNanos,
    Map<String, ActorTime> actors,
    Map<String, Figure> memoryBytes,
    List<Figure> firstTaskNanos) {

  /** What an arm without a finished fork has. */
  public static final Figures NONE =
      new Figures(Map.of(), null, Map.of(), Map.of(), Map.of(), Map.of(), List.of());

  public @Nullable Figure get(Metric metric) {
    return byMetric.get(metric);
  }
}
