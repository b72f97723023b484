package bridgebench.bridge.task;

/**
 * What a writer on a thread of its own took of one task; all 0 when stages are off.
 *
 * @param wallNanos from its first step to its last
 * @param cpuNanos of that on a core
 * @param runQueueNanos of that runnable, but waiting for a core
 */
record WriterTime(long wallNanos, long cpuNanos, long runQueueNanos) {}
