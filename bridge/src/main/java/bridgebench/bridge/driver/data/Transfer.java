package bridgebench.bridge.driver.data;

import java.util.Map;

/**
 * One action's way over its socket, as the JVM saw it.
 *
 * @param rows rows that crossed
 * @param bytes bytes that crossed, frame headers included
 * @param stageNanos {@code jvm-writer.produce}, {@code .encode} and {@code .write}, or {@code
 *     jvm-reader.read} and {@code .decode}
 * @param peakDirectBytes the most that was held in Arrow's memory, of two encoders together
 * @param effective options in force on the JVM's end of the socket
 */
public record Transfer(
    long rows,
    long bytes,
    Map<String, Long> stageNanos,
    long peakDirectBytes,
    Map<String, String> effective) {}
