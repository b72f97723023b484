package bridgebench.jmh.fork;

import bridgebench.bridge.driver.DriverReport;
import bridgebench.bridge.task.TaskReport;
import bridgebench.scenarios.run.Actor;
import bridgebench.scenarios.run.IterationRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Totals over the operations of one iteration on one JMH thread. Only that thread writes; others
 * read when JMH has ended the iteration.
 */
public final class OperationTally {
  private long operations;
  private long rows;
  private long sentBytes;
  private long receivedBytes;
  private long batches;
  private long ownNanos;
  private long checksum;
  private final Map<String, Long> stageNanos = new HashMap<>();
  private final Map<String, Long> wallNanos = new HashMap<>();
  private final Map<String, Long> cpuNanos = new HashMap<>();
  private final Map<String, Long> runQueueNanos = new HashMap<>();
  private final Map<String, Long> memoryBytes = new HashMap<>();
  private final Map<String, Histogram> latencies = new TreeMap<>();
  private final List<Long> firstTaskNanos = new ArrayList<>();

  /** Starts a new iteration. */
  public void clear() {
    operations = 0;
    rows = 0;
    sentBytes = 0;
    receivedBytes = 0;
    batches = 0;
    ownNanos = 0;
    checksum = 0;
    stageNanos.clear();
    wallNanos.clear();
    cpuNanos.clear();
    runQueueNanos.clear();
    memoryBytes.clear();
    latencies.clear();
    firstTaskNanos.clear();
  }

  /** Adds one task. */
  public void add(TaskReport task) {
    add(task.rows(), task.batches(), task.sentBytes(), task.receivedBytes());
    checksum = task.checksum();
    sum(stageNanos, task.stageNanos());
    sum(wallNanos, task.wallNanos());
    sum(cpuNanos, task.cpuNanos());
    sum(runQueueNanos, task.runQueueNanos());
    task.memoryBytes().forEach((name, bytes) -> memoryBytes.merge(name, bytes, Math::max));
  }

  /** Adds actions of a driver, which last as long as their caller saw them last. */
  public void add(DriverReport actions) {
    operations += actions.operations();
    addFiguresOf(actions);
    addOwnNanos(actions.durationNanos());
    wallNanos.merge(Actor.PYTHON.word(), actions.durationNanos(), Long::sum);
  }

  /** Adds operations of which nothing counts but that they were. */
  public void addUncounted(long uncounted) {
    operations += uncounted;
  }

  /**
   * Adds a block of calls: each call is an operation. The callers' time is summed, as that of JMH
   * threads is, so that time by operations is that of a call on its own thread.
   *
   * @param callers how many threads called side by side
   */
  public void addCalls(DriverReport block, int callers) {
    operations += block.calls();
    addFiguresOf(block);
    addOwnNanos(callers * block.durationNanos());
  }

  private void addFiguresOf(DriverReport report) {
    rows += report.rows();
    sentBytes += report.sentBytes();
    receivedBytes += report.receivedBytes();
    sum(stageNanos, report.stageNanos());
    report.memoryBytes().forEach((name, bytes) -> memoryBytes.merge(name, bytes, Math::max));
  }

  /** Adds one operation that moved these rows, in these batches or messages, and bytes. */
  public void add(long rows, long batches, long sentBytes, long receivedBytes) {
    operations++;
    this.rows += rows;
    this.batches += batches;
    this.sentBytes += sentBytes;
    this.receivedBytes += receivedBytes;
  }

  /**
   * Adds the duration of an operation that does more than what counts, such as ending the worker it
   * started. The iteration's duration is then the sum of these, not JMH's.
   */
  public void addOwnNanos(long nanos) {
    ownNanos += nanos;
  }

  /** Adds the parts of an operation that is not a task, in nanoseconds. */
  public void addParts(Map<String, Long> nanos) {
    sum(stageNanos, nanos);
  }

  /** Adds a figure of memory, in bytes; the greatest of a name is kept. */
  public void addMemory(String name, long bytes) {
    memoryBytes.merge(name, bytes, Math::max);
  }

  /** Sets the durations of a fresh worker's first tasks, in nanoseconds and in order. */
  public void setFirstTaskNanos(List<Long> nanos) {
    firstTaskNanos.clear();
    firstTaskNanos.addAll(nanos);
  }

  /** Adds the iteration's latencies, by kind, in nanoseconds. The histograms are copied. */
  public void addLatencies(Map<String, Histogram> byKind) {
    byKind.forEach(
        (kind, histogram) -> {
          if (histogram.getTotalCount() == 0) {
            return;
          }
          Histogram mine = latencies.get(kind);
          if (mine == null) {
            latencies.put(kind, histogram.copy());
          } else {
            mine.add(histogram);
          }
        });
  }

  /** Adds another thread's totals. */
  void addAll(OperationTally other) {
    operations += other.operations;
    rows += other.rows;
    sentBytes += other.sentBytes;
    receivedBytes += other.receivedBytes;
    batches += other.batches;
    ownNanos += other.ownNanos;
    checksum = other.checksum;
    sum(stageNanos, other.stageNanos);
    sum(wallNanos, other.wallNanos);
    sum(cpuNanos, other.cpuNanos);
    sum(runQueueNanos, other.runQueueNanos);
    other.memoryBytes.forEach((name, bytes) -> memoryBytes.merge(name, bytes, Math::max));
    addLatencies(other.latencies);
    firstTaskNanos.addAll(other.firstTaskNanos);
  }

  public long operations() {
    return operations;
  }

  /** Latencies of the iteration by kind, in nanoseconds. */
  public Map<String, Histogram> latencies() {
    return latencies;
  }

  List<Long> firstTaskNanos() {
    return List.copyOf(firstTaskNanos);
  }

  /** Checksum of the last task's results; 0 when a Java twin checked them. */
  long checksum() {
    return checksum;
  }

  /**
   * The totals as a record.
   *
   * @param durationNanos wall time of the operations; the operations' own figures win over it
   */
  public IterationRecord record(long durationNanos) {
    return new IterationRecord(
        operations,
        ownNanos > 0 ? ownNanos : durationNanos,
        rows,
        sentBytes,
        receivedBytes,
        batches,
        new TreeMap<>(stageNanos),
        new TreeMap<>(wallNanos),
        new TreeMap<>(cpuNanos),
        new TreeMap<>(runQueueNanos),
        new TreeMap<>(memoryBytes));
  }

  private static void sum(Map<String, Long> into, Map<String, Long> from) {
    from.forEach((name, amount) -> into.merge(name, amount, Long::sum));
  }
}
