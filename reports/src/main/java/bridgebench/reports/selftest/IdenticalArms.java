package bridgebench.reports.selftest;

import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.ForkTrace;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.reports.statistics.FalseAlarms;
import bridgebench.reports.statistics.MedianRatio;
import bridgebench.reports.statistics.SampleMedian;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often identical arms of a run are called different.
 *
 * @param arms how many arms have at least 2 finished forks
 * @param forks how many finished forks they have together
 * @param forksOfAnArm how many the arm with the fewest has; 0 without arms
 * @param measured every arm in one comparison at most, as measured
 * @param redrawn comparisons drawn anew from the same forks, one of each round for either side
 * @param claimed those of them that are further from 1 than the practical threshold too
 * @param thresholdPercent that threshold
 * @param smallestVisiblePercent the smallest difference that the median comparison shows with 80 %
 *     probability; NaN without comparisons
 */
public record IdenticalArms(
    int arms,
    int forks,
    int forksOfAnArm,
    FalseAlarms measured,
    FalseAlarms redrawn,
    FalseAlarms claimed,
    double thresholdPercent,
    double smallestVisiblePercent) {

  /**
   * An interval of 95 % leaves out 1 this often, up to what 2,000 draws vary and the bar allows.
   */
  public static final double GREATEST_RATE = 0.065;

  private static final int DRAWS = 2_000;
  private static final FalseAlarms NONE = new FalseAlarms(0, 0);

  /**
   * From a run whose scenarios are all alike but for their ids.
   *
   * @param run its analysis; forks of one number are one round of the interleaved order
   * @param thresholdPercent the practical threshold of a verdict
   */
  public static IdenticalArms of(RunAnalysis run, double thresholdPercent) {
    List<double[]> arms = new ArrayList<>();
    Map<Integer, List<Double>> rounds = new TreeMap<>();
    for (Arm arm : run.arms()) {
      double[] forks = SampleMedian.ofEach(run.samples(arm, arm.headline()));
      if (forks.length > 1) {
        arms.add(forks);
        int place = 0;
        for (ForkTrace fork : arm.forks()) {
          rounds.computeIfAbsent(fork.fork(), key -> new ArrayList<>()).add(forks[place++]);
        }
      }
    }
    List<double[]> full =
        rounds.values().stream()
            .filter(round -> round.size() > 1)
            .map(round -> round.stream().mapToDouble(Double::doubleValue).toArray())
            .toList();
    boolean enough = full.size() > 1;
    return new IdenticalArms(
        arms.size(),
        arms.stream().mapToInt(forks -> forks.length).sum(),
        arms.stream().mapToInt(forks -> forks.length).min().orElse(0),
        FalseAlarms.ofPairs(arms, 0),
        enough ? FalseAlarms.byRounds(full, 0, DRAWS, run.facts().seed()) : NONE,
        enough
            ? FalseAlarms.byRounds(full, thresholdPercent / 100, DRAWS, run.facts().seed())
            : NONE,
        thresholdPercent,
        smallestVisiblePercent(arms));
  }

  private static double smallestVisiblePercent(List<double[]> arms) {
    double[] visible =
        Stream.iterate(0, i -> i + 1 < arms.size(), i -> i + 2)
            .map(i -> MedianRatio.of(arms.get(i), arms.get(i + 1)).smallestVisible())
            .mapToDouble(share -> 100 * share)
            .toArray();
    return visible.length == 0 ? Double.NaN : SampleMedian.of(visible);
  }

  /** Whether identical arms are shown to differ more often than intervals of 95 % may. */
  public boolean alarming() {
    return measured.rate().low() > GREATEST_RATE || redrawn.rate().low() > GREATEST_RATE;
  }
}
