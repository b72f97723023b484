/** WHEN it is timed: JMH benchmarks, states, profilers and the suite runner. */
@NullMarked
package bridgebench.jmh;

import org.jspecify.annotations.NullMarked;
