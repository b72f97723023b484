package bridgebench.reports.compare;

import bridgebench.reports.findings.Verdict;
import bridgebench.scenarios.run.Figure;
import org.jspecify.annotations.Nullable;

/**
 * One scenario in the baseline run and in a candidate.
 *
 * @param scenarioId the id that both have
 * @param metric name of what is compared, for example {@code rowsPerSecond} or JMH's {@code avgt}
 * @param unit its unit
 * @param moreIsFaster whether a greater value means faster
 * @param baseline the baseline's value with its 95 % interval
 * @param candidate the candidate's value with its 95 % interval
 * @param speedRatio how many times as fast the candidate is, with its 95 % interval, whose ends are
 *     the estimate below 2 forks; null when not compared
 * @param baselineForks finished forks of the baseline
 * @param candidateForks finished forks of the candidate
 * @param pValue as of a comparison within a run
 * @param familyPValue after Holm's correction over all scenarios of this candidate
 * @param mannWhitneyPValue second opinion on the fork values
 * @param smallestVisiblePercent the smallest difference that these forks show with 80 % probability
 * @param provisional whether the verdict is a conclusion from a side of fewer than 5 forks
 * @param verdict the word
 * @param refusal why it is not compared; null when it is
 */
public record ScenarioComparison(
    String scenarioId,
    String metric,
    String unit,
    boolean moreIsFaster,
    @Nullable Figure baseline,
    @Nullable Figure candidate,
    @Nullable Figure speedRatio,
    int baselineForks,
    int candidateForks,
    double pValue,
    double familyPValue,
    double mannWhitneyPValue,
    double smallestVisiblePercent,
    boolean provisional,
    Verdict verdict,
    @Nullable String refusal) {

  /** Whether both sides have forks enough for the ratio's interval. */
  public boolean hasInterval() {
    return !Double.isNaN(pValue);
  }
}
