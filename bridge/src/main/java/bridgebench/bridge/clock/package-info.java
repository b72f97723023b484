/**
 * Readings of time: stages of a task, CPU time and run-queue delay of a thread, and whether Python
 * reads the same clock; and of the bytes that threads allocate. What is measured is not known here.
 */
@NullMarked
package bridgebench.bridge.clock;

import org.jspecify.annotations.NullMarked;
