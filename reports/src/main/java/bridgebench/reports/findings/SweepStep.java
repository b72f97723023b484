package bridgebench.reports.findings;

import bridgebench.reports.stall.Step;
import bridgebench.scenarios.model.Axis;
import java.util.List;

/**
 * A step along an axis of numbers.
 *
 * @param along the axis
 * @param scenarioIds the arms of the sweep in rising order
 * @param step where, and how large
 */
public record SweepStep(Axis along, List<String> scenarioIds, Step step) {}
