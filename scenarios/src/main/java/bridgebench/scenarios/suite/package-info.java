/**
 * Suites: questions, the scenarios they expand to, and the reader of suite files with its problem
 * list. Nothing here runs or measures.
 */
@NullMarked
package bridgebench.scenarios.suite;

import org.jspecify.annotations.NullMarked;
