/**
 * The JMH benchmarks and the states that hold their sessions. Planning, merging and files live
 * elsewhere.
 */
@NullMarked
package bridgebench.jmh.benchmark;

import org.jspecify.annotations.NullMarked;
