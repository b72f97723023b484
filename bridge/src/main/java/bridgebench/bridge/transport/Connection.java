package bridgebench.bridge.transport;

import bridgebench.bridge.frame.FrameReader;

/**
 * A transport whose other end has shown the secret.
 *
 * @param reader reads frames from it, and has read the HELLO
 * @param workerPid the process id in the HELLO
 */
public record Connection(Transport transport, FrameReader reader, long workerPid) {}
