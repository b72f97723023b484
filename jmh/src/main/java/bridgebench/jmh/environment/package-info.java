/**
 * Facts about the machine that a run is measured on, and its noise while a fork runs. Nothing here
 * knows benchmarks or results.
 */
@NullMarked
package bridgebench.jmh.environment;

import org.jspecify.annotations.NullMarked;
