/**
 * The vocabulary: axes, their words, scenarios, shapes and functions by name. Neither files nor
 * data live here.
 */
@NullMarked
package bridgebench.scenarios.model;

import org.jspecify.annotations.NullMarked;
