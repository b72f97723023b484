package bridgebench.scenarios.run;

import java.util.Map;

/**
 * One JMH iteration of one fork: totals over its operations (tasks, messages, starts, calls or
 * actions of the driver), never averages.
 *
 * @param operations how many operations the iteration held
 * @param durationNanos wall time of those operations, summed (over all JMH threads)
 * @param rows rows sent and checked; 0 where there are none
 * @param sentBytes bytes from the JVM to Python, frames included
 * @param receivedBytes bytes from Python to the JVM, frames included
 * @param batches batches or frames sent
 * @param stageNanos nanoseconds by {@link Stage#key()} or, for worker starts, by part ("spawn",
 *     "interpreter", "imports", "function", "first-batch"); empty when stages are off
 * @param wallNanos nanoseconds by {@link Actor#word()}, taken independently of the stage marks
 * @param cpuNanos CPU time by {@link Actor#word()}, from /proc
 * @param runQueueNanos time spent runnable but waiting for a core, by {@link Actor#word()}
 * @param memoryBytes figures such as "python.peakResident", "python.retainedResident",
 *     "python.arrowPoolPeak", "jvm.arrowPeak"; the greatest of the iteration
 */
public record IterationRecord(
    long operations,
    long durationNanos,
    long rows,
    long sentBytes,
    long receivedBytes,
    long batches,
    Map<String, Long> stageNanos,
    Map<String, Long> wallNanos,
    Map<String, Long> cpuNanos,
    Map<String, Long> runQueueNanos,
    Map<String, Long> memoryBytes) {

  /**
   * Wall time of the thread that an actor runs on, to set its CPU and run-queue time against, in
   * nanoseconds; 0 when it was not recorded. With {@code writer: selector} and {@code lockstep} one
   * thread is both the JVM's writer and its reader, and only the reader has figures of the thread:
   * there it is the wall time of both.
   */
  public long threadWallNanos(String actor) {
    String writer = Actor.JVM_WRITER.word();
    String reader = Actor.JVM_READER.word();
    boolean isOneThread = cpuNanos.containsKey(reader) && !cpuNanos.containsKey(writer);
    long wall = wallNanos.getOrDefault(actor, 0L);
    return actor.equals(reader) && isOneThread ? wall + wallNanos.getOrDefault(writer, 0L) : wall;
  }
}
