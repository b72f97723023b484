package bridgebench.reports.findings;

/** What a sentence is about. */
public enum FindingKind {
  COMPARISON,
  /** A comparison with what the JVM reaches alone. */
  FLOOR,
  CROSSOVER,
  LATENCY,
  BEST_ARM,
  BOTTLENECK,
  STALL,
  STALL_CAUSE,
  MEMORY,
  PLAN_SHARE,
  WARMUP,
  MODES_OF_SAMPLES,
  CHECKSUM,
  SMALLEST_VISIBLE,
  FAILURE
}
