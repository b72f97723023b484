package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one arm overtakes another along an axis of numbers.
 *
 * @param along the axis of numbers: batch rows, rows or message bytes
 * @param comparedAxis the axis on which the two series differ
 * @param first the word of the series that is slower below the crossover, or of the series that
 *     stays slower when there is none
 * @param second the word of the other series
 * @param firstIds scenario ids of the first series in rising order of the axis
 * @param secondIds scenario ids of the second series in the same order
 * @param metric what is compared
 * @param at where they are equally fast, with its 95 % interval; null when there is none in the
 *     measured range
 * @param rangeLow least measured value of the axis
 * @param rangeHigh greatest measured value of the axis
 * @param sentence the finding in words
 * @param provisional whether it rests on fewer than 5 forks of an arm
 */
public record Crossover(
    Axis along,
    Axis comparedAxis,
    String first,
    String second,
    List<String> firstIds,
    List<String> secondIds,
    Metric metric,
    @Nullable Figure at,
    double rangeLow,
    double rangeHigh,
    String sentence,
    boolean provisional) {}
