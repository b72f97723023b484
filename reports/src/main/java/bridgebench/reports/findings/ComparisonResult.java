package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.Figure;
import org.jspecify.annotations.Nullable;

/**
 * One arm against the baseline.
 *
 * @param axis the compared axis
 * @param baselineId scenario id of the baseline
 * @param candidateId scenario id of the other arm
 * @param metric what is compared
 * @param speedRatio how many times as fast the candidate is, with its 95 % interval: greater than 1
 *     is faster, whichever direction the metric has; null when not compared
 * @param baselineForks finished forks of the baseline
 * @param candidateForks finished forks of the candidate
 * @param pValue probability of an interval this far from 1 were the arms alike; NaN below 2 forks
 * @param familyPValue the same after Holm's correction over the question's comparisons
 * @param mannWhitneyPValue second opinion: the exact or asymptotic p of the U test on fork values
 * @param smallestVisiblePercent the smallest difference that these forks and this spread show with
 *     80 % probability among the question's comparisons, in percent; NaN below 2 forks
 * @param thresholdPercent the stated practical threshold
 * @param provisional whether the verdict is a conclusion from an arm of fewer than 5 forks
 * @param verdict the word
 * @param refusal why the arms are not compared; null when they are
 * @param sentence the finding in words
 */
public record ComparisonResult(
    Axis axis,
    String baselineId,
    String candidateId,
    Metric metric,
    @Nullable Figure speedRatio,
    int baselineForks,
    int candidateForks,
    double pValue,
    double familyPValue,
    double mannWhitneyPValue,
    double smallestVisiblePercent,
    double thresholdPercent,
    boolean provisional,
    Verdict verdict,
    @Nullable String refusal,
    String sentence) {}
