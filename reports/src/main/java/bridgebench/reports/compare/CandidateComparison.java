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
 * @param lost ids of which the baseline has a result and the candidate has none, because they
 *     failed or are not there
 * @param geometricMean of the speed ratios of the compared scenarios of 2 forks or more, with its
 *     95 % interval; null when there is none
 * @param sentence the outcome in words
 */
public record CandidateComparison(
    String candidate,
    List<ScenarioComparison> scenarios,
    List<String> onlyInBaseline,
    List<String> onlyInCandidate,
    List<String> lost,
    @Nullable Figure geometricMean,
    String sentence) {}
