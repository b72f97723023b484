/**
 * Finds, checks and prepares the Python side: the interpreter's probe, the virtual environment made
 * from the hash-pinned lock, and the packed {@code bridgebench} package. Starts no worker and
 * speaks no protocol.
 */
@NullMarked
package bridgebench.bridge.python;

import org.jspecify.annotations.NullMarked;
