package bridgebench.reports.findings;

/** What a sentence is about. */
public enum FindingKind {
  COMPARISON,
  /** A comparison with what the JVM reaches alone. */
  FLOOR,
  CROSSOVER,
  LATENCY,
  /** What waking idle cores adds to every answer. */
  WAKE_UP,
  BEST_ARM,
  BOTTLENECK,
  STALL,
  STALL_CAUSE,
  MEMORY,
  PLAN_SHARE,
  WARMUP,
  MODES_OF_SAMPLES,
  /** A rate that the bridge does not carry. */
  OVERLOAD,
  CHECKSUM,
  SMALLEST_VISIBLE,
  FAILURE
}
