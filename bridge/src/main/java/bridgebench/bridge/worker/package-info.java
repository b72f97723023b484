/**
 * The life of a Python process: start, greeting, clock check, set-up, watching, errors with the
 * process's own words in them, and an end that leaves no process, socket or folder. What a worker
 * does with rows is not known here.
 */
@NullMarked
package bridgebench.bridge.worker;

import org.jspecify.annotations.NullMarked;
