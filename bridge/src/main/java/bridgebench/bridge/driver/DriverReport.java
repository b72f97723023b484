package bridgebench.bridge.driver;

import java.util.Map;

/**
 * One operation of a driver, done and checked.
 *
 * @param rows rows of the operation: those that crossed, were counted or were described
 * @param calls Py4J calls that were timed one by one; 0 outside the path {@code call}
 * @param sentBytes bytes from the JVM to Python over the data socket, frame headers included; on
 *     the path {@code call} the payload of the results
 * @param receivedBytes bytes from Python to the JVM; on the path {@code call} the payload of the
 *     arguments
 * @param durationNanos as the Python caller sees it: from the call to the result in hand; neither
 *     the order to Python nor the check of the result is in it
 * @param stageNanos by actor and stage, as {@code docs/measuring.md} names them
 * @param memoryBytes by actor and figure, as {@code docs/measuring.md} names them; {@code
 *     python.objects} is a number of objects
 */
public record DriverReport(
    long rows,
    long calls,
    long sentBytes,
    long receivedBytes,
    long durationNanos,
    Map<String, Long> stageNanos,
    Map<String, Long> memoryBytes) {}
