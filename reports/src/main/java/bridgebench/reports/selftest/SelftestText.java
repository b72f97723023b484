package bridgebench.reports.selftest;

import bridgebench.reports.findings.Wording;
import bridgebench.reports.statistics.FalseAlarms;
import bridgebench.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The outcome of a self-test in sentences. */
public final class SelftestText {

  private SelftestText() {}

  /** One line each; the conclusion comes last. */
  public static List<String> of(IdenticalArms result) {
    if (result.measured().comparisons() == 0 || result.redrawn().comparisons() == 0) {
      return List.of(
          "No two identical arms have at least 2 finished forks each: nothing can be said.");
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "As measured: "
            + alarms(result.measured())
            + " of identical arms, each in one comparison of "
            + result.forksOfAnArm()
            + " forks a side"
            + interval(result.measured())
            + ".");
    sentences.add(
        "Drawn anew from the same "
            + result.forks()
            + " forks: "
            + alarms(result.redrawn())
            + " ("
            + percent(result.redrawn().rate().estimate())
            + ", which the draws alone make "
            + percent(result.redrawn().rate().low())
            + " to "
            + percent(result.redrawn().rate().high())
            + ").");
    sentences.add(
        "Of those drawn anew, "
            + percent(result.claimed().rate().estimate())
            + " are also at least "
            + percent(result.thresholdPercent() / 100)
            + " apart, the threshold of a verdict, before correction over a family.");
    sentences.add(
        "Comparisons of this kind reliably (4 times in 5) show differences from "
            + percent(result.smallestVisiblePercent() / 100)
            + " on.");
    sentences.add(
        result.alarming()
            ? "That is more than the "
                + percent(IdenticalArms.GREATEST_RATE)
                + " that intervals of 95 % may raise: verdicts of this machine are not to be"
                + " trusted until it is quieter (bridgebench doctor)."
            : "That is not shown to be more than the "
                + percent(IdenticalArms.GREATEST_RATE)
                + " that intervals of 95 % may raise.");
    return List.copyOf(sentences);
  }

  private static String alarms(FalseAlarms alarms) {
    return Wording.count(alarms.alarms())
        + (alarms.alarms() == 1 ? " false alarm in " : " false alarms in ")
        + Wording.count(alarms.comparisons())
        + " comparisons";
  }

  private static String interval(FalseAlarms alarms) {
    Interval rate = alarms.rate();
    return " ("
        + percent(rate.estimate())
        + ", 95 % interval "
        + percent(rate.low())
        + " to "
        + percent(rate.high())
        + ")";
  }

  private static String percent(double share) {
    double percent = 100 * share;
    return percent == Math.rint(percent) || percent >= 9.95
        ? String.format(Locale.ROOT, "%.0f %%", percent)
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }
}
