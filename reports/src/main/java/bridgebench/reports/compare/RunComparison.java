package bridgebench.reports.compare;

import java.util.List;

/**
 * Two or more runs side by side; the first is the baseline of all others.
 *
 * @param runs the inputs, baseline first
 * @param sameMachine whether the facts that name the machine agree
 * @param environmentDifferences facts that differ, those of the machine first
 * @param thresholdPercent the practical threshold of the verdicts
 * @param candidates one per run after the first
 */
public record RunComparison(
    List<ComparedRun> runs,
    boolean sameMachine,
    List<EnvironmentDifference> environmentDifferences,
    double thresholdPercent,
    List<CandidateComparison> candidates) {}
