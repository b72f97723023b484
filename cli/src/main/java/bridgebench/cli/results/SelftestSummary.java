package bridgebench.cli.results;

import bridgebench.reports.findings.RunAnalysis;
import bridgebench.reports.selftest.IdenticalArms;
import bridgebench.reports.selftest.SelftestText;
import bridgebench.reports.statistics.FalseAlarms;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.run.Trust;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the program tells about a self-test. The component names are the keys of the JSON object.
 *
 * @param runFolder the folder of the run, absolute
 * @param report the report of the run, absolute
 * @param outcome "finished", "interrupted" or "unfinished"
 * @param arms how many identical arms have at least 2 forks
 * @param forks how many forks they have together
 * @param measured comparisons as measured, each arm in one
 * @param redrawn comparisons drawn anew from the same forks
 * @param claimed those of them that are apart by the threshold too
 * @param thresholdPercent that threshold
 * @param smallestVisiblePercent the smallest difference that the median comparison shows reliably;
 *     null without comparisons
 * @param alarming whether identical arms differ more often than intervals of 95 % may
 * @param trust how quiet the machine was
 * @param sentences the same for readers
 */
public record SelftestSummary(
    String runFolder,
    String report,
    String outcome,
    int arms,
    int forks,
    Rate measured,
    Rate redrawn,
    Rate claimed,
    double thresholdPercent,
    @Nullable Double smallestVisiblePercent,
    boolean alarming,
    Trust trust,
    List<String> sentences) {

  /**
   * A share of comparisons.
   *
   * @param comparisons how many
   * @param alarms how many of them told identical arms apart
   * @param rate the share with its 95 % interval; null without comparisons
   */
  public record Rate(int comparisons, int alarms, @Nullable Figure rate) {
    static Rate of(FalseAlarms alarms) {
      var rate = alarms.rate();
      return new Rate(
          alarms.comparisons(),
          alarms.alarms(),
          alarms.comparisons() == 0 ? null : new Figure(rate.estimate(), rate.low(), rate.high()));
    }
  }

  /** The summary of a run of identical arms. */
  public static SelftestSummary of(RunFolder folder, RunAnalysis run, IdenticalArms result) {
    double visible = result.smallestVisiblePercent();
    return new SelftestSummary(
        folder.path().toAbsolutePath().normalize().toString(),
        folder.report().toAbsolutePath().normalize().toString(),
        run.facts().outcome(),
        result.arms(),
        result.forks(),
        Rate.of(result.measured()),
        Rate.of(result.redrawn()),
        Rate.of(result.claimed()),
        result.thresholdPercent(),
        Double.isNaN(visible) ? null : visible,
        result.alarming(),
        run.trust(),
        SelftestText.of(result));
  }

  public String toJson() {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers always become JSON", e);
    }
  }
}
