package bridgebench.bridge.driver;

import java.util.Map;

/**
 * Operations of a driver, done and checked.
 *
 * @param operations how many there were; a block of calls is one
 * @param uncountedOperations how many more have run before them and are in none of these figures
 *     but memory
 * @param rows rows of all operations: those that crossed, were counted or were described
 * @param calls Py4J calls that were timed one by one; 0 outside the path {@code call}
 * @param sentBytes bytes from the JVM to Python over the data socket, frame headers included; on
 *     the path {@code call} the payload of the results
 * @param receivedBytes bytes from Python to the JVM; on the path {@code call} the payload of the
 *     arguments
 * @param durationNanos as the Python caller sees it: from the call to the result in hand, summed
 *     over the operations; neither the order to Python nor the check of a result is in it
 * @param stageNanos by actor and stage, as {@code docs/measuring.md} names them
 * @param memoryBytes of one operation, by actor and figure, as {@code docs/measuring.md} names
 *     them; {@code python.objects} is a number of objects
 */
public record DriverReport(
    long operations,
    long uncountedOperations,
    long rows,
    long calls,
    long sentBytes,
    long receivedBytes,
    long durationNanos,
    Map<String, Long> stageNanos,
    Map<String, Long> memoryBytes) {

  /** These operations, which followed others, with the memory that one of those needed. */
  DriverReport after(long others, DriverReport lookedAt) {
    return new DriverReport(
        operations,
        others,
        rows,
        calls,
        sentBytes,
        receivedBytes,
        durationNanos,
        stageNanos,
        lookedAt.memoryBytes);
  }
}
