package bridgebench.jmh.benchmark;

/**
 * The messages of one operation of the transport benchmark.
 *
 * @param messages how many were sent
 * @param sentBytes from the JVM to Python, frames included
 * @param receivedBytes from Python to the JVM, frames included
 */
record Burst(long messages, long sentBytes, long receivedBytes) {}
