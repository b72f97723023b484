/**
 * Tasks: rows go to a worker and come back checked, by a writer thread, a selector or in lockstep,
 * with stages, latency and usage taken on the way. How rows become bytes belongs to the codecs, how
 * a worker lives to the worker package.
 */
@NullMarked
package bridgebench.bridge.task;

import org.jspecify.annotations.NullMarked;
