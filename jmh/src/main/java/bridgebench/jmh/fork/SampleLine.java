package bridgebench.jmh.fork;

import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.IterationRecord;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of the file in which a fork hands its samples to the host. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SampleLine.Session.class, name = "session"),
  @JsonSubTypes.Type(value = SampleLine.Iteration.class, name = "iteration"),
  @JsonSubTypes.Type(value = SampleLine.Failure.class, name = "failure")
})
public sealed interface SampleLine {

  /**
   * What a session has in force: once its first task was right, and again when it is closed.
   *
   * @param effective what is really in force: socket options, pipe sizes, rows per frame
   * @param workerVersions as the worker reports them, and {@code jvm}, {@code jvmFlags}
   */
  record Session(Map<String, String> effective, Map<String, String> workerVersions)
      implements SampleLine {}

  /** Which part of a fork an iteration belongs to. */
  enum Phase {
    /** JMH's warm-up. */
    WARMUP,
    /** Warm-up that was added because JMH's had not ended in a steady state. */
    EXTRA_WARMUP,
    /** What counts. */
    MEASUREMENT
  }

  /**
   * An iteration has ended.
   *
   * @param phase what it counts as
   * @param record its totals
   * @param latencyHistograms HdrHistogram V2 compressed, base64, in nanoseconds, by kind
   * @param firstTaskNanos durations of a fresh worker's first tasks
   * @param resultChecksum checksum of a task's results where there is no Java twin
   * @param gcNanos time this JVM spent collecting garbage during the iteration
   */
  record Iteration(
      Phase phase,
      IterationRecord record,
      Map<String, String> latencyHistograms,
      List<Long> firstTaskNanos,
      @Nullable String resultChecksum,
      long gcNanos)
      implements SampleLine {}

  /** The fork has failed; nothing follows. */
  record Failure(FailureRecord failure) implements SampleLine {}
}
