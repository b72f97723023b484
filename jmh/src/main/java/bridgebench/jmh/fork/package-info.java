/**
 * What passes between the host and a JVM forked by JMH: the order that says what to measure, and
 * the samples that come back. Neither JMH's benchmarks nor the runner that plans forks live here.
 */
@NullMarked
package bridgebench.jmh.fork;

import org.jspecify.annotations.NullMarked;
