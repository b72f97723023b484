package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;

/**
 * What a question compares: every value of an axis against one of them.
 *
 * @param axis the compared axis
 * @param baseline the value that the others are divided by
 */
public record Comparison(Axis axis, String baseline) {}
