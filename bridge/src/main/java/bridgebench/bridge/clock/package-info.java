/**
 * Readings of time: stages of a task, CPU time and run-queue delay of a thread, and whether Python
 * reads the same clock. What is timed is not known here.
 */
@NullMarked
package bridgebench.bridge.clock;

import org.jspecify.annotations.NullMarked;
