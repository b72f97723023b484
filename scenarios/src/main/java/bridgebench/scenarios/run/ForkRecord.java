package bridgebench.scenarios.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One finished fork (JVM + worker pair) of one scenario: a line of {@code journal.jsonl}, the unit
 * of replication.
 *
 * @param scenarioId the scenario's id
 * @param fork 0-based number of the fork within its scenario
 * @param sequence 0-based place in the run's interleaved order
 * @param startedAt when the fork's JVM was started
 * @param elapsedNanos the fork's whole duration, JVM start and warm-up included
 * @param failure why it failed, or null when it did not
 * @param warmup iterations thrown away by the statistics, in order
 * @param measurement iterations that count, in order
 * @param latencyHistograms HdrHistogram V2 compressed, base64, of nanoseconds, by the word of a
 *     {@link LatencyKind}; measurement only
 * @param latencyMaximaNanos by the same kinds, the greatest latency of each measured iteration, in
 *     order; 0 for an iteration without any; empty in a journal that does not have them
 * @param firstTaskNanos durations of a fresh worker's first tasks, in order; empty elsewhere
 * @param resultChecksum order- and null-sensitive checksum of a task's result values where no Java
 *     twin exists, else null
 * @param effective what was really in force: rows per frame, flush, socket options, pipe sizes as
 *     read back; printed with each arm
 * @param workerVersions as the worker reports them: python, pyarrow, pandas, numpy, … ; jvm,
 *     jvmFlags
 * @param noise the machine around the fork: loadBefore, stealTicks, contextSwitches, majorFaults,
 *     gcNanos, throttledNanos, …
 */
public record ForkRecord(
    String scenarioId,
    int fork,
    int sequence,
    Instant startedAt,
    long elapsedNanos,
    @Nullable FailureRecord failure,
    List<IterationRecord> warmup,
    List<IterationRecord> measurement,
    Map<String, String> latencyHistograms,
    Map<String, List<Long>> latencyMaximaNanos,
    List<Long> firstTaskNanos,
    @Nullable String resultChecksum,
    Map<String, String> effective,
    Map<String, String> workerVersions,
    Map<String, Double> noise) {

  /** Among {@code noise}: how long the machine took for work that is always the same. */
  public static final String FIXED_WORK_NANOS = "fixedWorkNanos";

  public ForkRecord {
    Objects.requireNonNull(scenarioId, "scenarioId");
    Objects.requireNonNull(startedAt, "startedAt");
    warmup = List.copyOf(warmup);
    measurement = List.copyOf(measurement);
    latencyMaximaNanos = latencyMaximaNanos == null ? Map.of() : latencyMaximaNanos;
  }
}
