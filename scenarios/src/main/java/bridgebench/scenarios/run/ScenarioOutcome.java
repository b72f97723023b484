package bridgebench.scenarios.run;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One scenario in {@code run.json}.
 *
 * @param id the scenario's id
 * @param status what became of it
 * @param error the first failure, or null
 * @param axes every applicable axis by its suite name
 * @param forks how many forks the figures rest on
 * @param figures by name, members of the scenario's own object in the file: {@code rowsPerSecond},
 *     {@code sentBytesPerSecond}, {@code receivedBytesPerSecond}, {@code taskNanos}, …
 * @param latencyNanos by the word of a {@link LatencyKind}, then by percentile ("50", "99", "99.9",
 *     "max")
 * @param stageNanos nanoseconds of a task by {@link Stage#key()}, or of a start by part
 * @param peakMemoryBytes by actor ("python", "jvm") or a part of one ("python.arrowPool")
 * @param retainedMemoryBytes by the same keys, at the end of a task
 * @param effective what was really in force: rows per frame, flush, socket options, pipe sizes
 * @param workerVersions as the worker reports them
 */
public record ScenarioOutcome(
    String id,
    ScenarioStatus status,
    @Nullable FailureRecord error,
    Map<String, String> axes,
    int forks,
    @JsonAnyGetter @JsonAnySetter Map<String, Figure> figures,
    Map<String, Map<String, Figure>> latencyNanos,
    Map<String, Figure> stageNanos,
    Map<String, Figure> peakMemoryBytes,
    Map<String, Figure> retainedMemoryBytes,
    Map<String, String> effective,
    Map<String, String> workerVersions) {

  public ScenarioOutcome {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(status, "status");
    figures = figures == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(figures));
    latencyNanos = orEmpty(latencyNanos);
    stageNanos = orEmpty(stageNanos);
    peakMemoryBytes = orEmpty(peakMemoryBytes);
    retainedMemoryBytes = orEmpty(retainedMemoryBytes);
    effective = orEmpty(effective);
    workerVersions = orEmpty(workerVersions);
  }

  /** Maps that do not apply may be absent from the file. */
  private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : map;
  }
}
