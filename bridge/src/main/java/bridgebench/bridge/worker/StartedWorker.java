package bridgebench.bridge.worker;

/**
 * A worker that has connected, and when its start was made on the JVM's clock.
 *
 * @param beginNanos before the process was asked for
 * @param spawnedNanos once the system had made it
 * @param connectedNanos once it had shown the secret
 */
public record StartedWorker(
    Worker worker, long beginNanos, long spawnedNanos, long connectedNanos) {}
