package bridgebench.bridge.task;

import java.util.Map;

/**
 * One task, done and checked.
 *
 * @param rows rows sent, transformed, received and checked
 * @param batches frames of rows sent; as many came back
 * @param sentBytes bytes to Python, frame headers included
 * @param receivedBytes bytes from Python, frame headers included
 * @param durationNanos from the first byte written to the arrival of the worker's trailer; for a
 *     worker of the task's own, from before its start; its end is not included
 * @param stageNanos by {@link bridgebench.scenarios.run.Stage#key()}; empty when stages are off
 * @param wallNanos by {@link bridgebench.scenarios.run.Actor#word()}, taken independently of the
 *     stages. Where one thread is writer and reader, the writer's is what its stages took, and the
 *     reader's the rest of the thread's
 * @param cpuNanos CPU time by actor; where one thread is writer and reader, all is the reader's
 * @param runQueueNanos time runnable but waiting for a core, by actor, with the same rule
 * @param memoryBytes {@code python.peakResident} and the like
 * @param checksum of the result values where no Java twin checks them, else 0
 */
public record TaskReport(
    long rows,
    long batches,
    long sentBytes,
    long receivedBytes,
    long durationNanos,
    Map<String, Long> stageNanos,
    Map<String, Long> wallNanos,
    Map<String, Long> cpuNanos,
    Map<String, Long> runQueueNanos,
    Map<String, Long> memoryBytes,
    long checksum) {}
