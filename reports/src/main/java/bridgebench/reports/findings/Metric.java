package bridgebench.reports.findings;

/** A figure that every arm may have. */
public enum Metric {
  /** Wall time of one operation: a task, a message's round trip or a worker start. */
  TASK_NANOS("taskNanos", "ns", false),
  /**
   * Response time of a batch that is sent at a rate, from the moment it is due until its answer is
   * checked: the median of a fork's batches.
   */
  RESPONSE_NANOS("responseNanos", "ns", false),
  /** Calls through Py4J over all threads that call at once. */
  CALLS_PER_SECOND("callsPerSecond", "calls/s", true),
  /** Rows sent, transformed, received and checked, over all workers. */
  ROWS_PER_SECOND("rowsPerSecond", "rows/s", true),
  /** Bytes from the JVM to Python, frames included, over all workers. */
  SENT_BYTES_PER_SECOND("sentBytesPerSecond", "B/s", true),
  /** Bytes from Python to the JVM, frames included, over all workers. */
  RECEIVED_BYTES_PER_SECOND("receivedBytesPerSecond", "B/s", true);

  private final String key;
  private final String unit;
  private final boolean moreIsFaster;

  Metric(String key, String unit, boolean moreIsFaster) {
    this.key = key;
    this.unit = unit;
    this.moreIsFaster = moreIsFaster;
  }

  /** The name in {@code run.json}. */
  public String key() {
    return key;
  }

  public String unit() {
    return unit;
  }

  /** Whether a greater value means a faster arm. */
  public boolean moreIsFaster() {
    return moreIsFaster;
  }
}
