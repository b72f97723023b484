package bridgebench.reports.compare;

import bridgebench.scenarios.run.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate run against the baseline run.
 *
 * @param candidate the candidate's label
 * @param scenarios the scenarios that both have, in the baseline's order
 * @param onlyInBaseline ids that the candidate lacks
 * @param onlyInCandidate ids that the baseline lacks
 * @param geometricMean of the speed ratios of all compared scenarios, with its 95 % interval; null
 *     when none is compared
 * @param sentence the outcome in words
 */
public record CandidateComparison(
    String candidate,
    List<ScenarioComparison> scenarios,
    List<String> onlyInBaseline,
    List<String> onlyInCandidate,
    @Nullable Figure geometricMean,
    String sentence) {}
