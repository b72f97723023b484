/**
 * Shows on stderr how a run goes on: a bar on a terminal, plain lines elsewhere. Decides nothing
 * about the run.
 */
@NullMarked
package bridgebench.cli.progress;

import org.jspecify.annotations.NullMarked;
