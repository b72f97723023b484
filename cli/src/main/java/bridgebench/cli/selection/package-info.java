/**
 * What a command line asks to measure: which suite, and what is changed in it. Reading suites is
 * {@code bridgebench.scenarios.suite}'s.
 */
@NullMarked
package bridgebench.cli.selection;

import org.jspecify.annotations.NullMarked;
