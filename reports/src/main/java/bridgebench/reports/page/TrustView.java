package bridgebench.reports.page;

import bridgebench.scenarios.run.Trust;
import bridgebench.scenarios.run.TrustReason;
import java.util.List;

/**
 * The badge at the top of a report: how far the machine can be trusted.
 *
 * @param level "green", "amber", "red" or "unknown"; the template has a shape for each
 * @param title the word
 * @param summary what it means
 * @param reasons what is not green, worst first
 */
public record TrustView(String level, String title, String summary, List<Reason> reasons) {

  /**
   * One thing that went on.
   *
   * @param level "amber" or "red"
   * @param sentence what was found
   * @param remedy what to do
   */
  public record Reason(String level, String sentence, String remedy) {}

  static TrustView of(Trust trust) {
    return new TrustView(
        trust.level().word(),
        title(trust),
        summary(trust),
        trust.reasons().stream().map(TrustView::reason).toList());
  }

  private static Reason reason(TrustReason reason) {
    return new Reason(
        reason.level().word(), Sentences.unbroken(reason.sentence()), reason.remedy());
  }

  private static String title(Trust trust) {
    return switch (trust.level()) {
      case GREEN, AMBER, RED -> "Trust: " + trust.level().word();
      case UNKNOWN -> "Trust: not judged";
    };
  }

  private static String summary(Trust trust) {
    return switch (trust.level()) {
      case GREEN -> "The machine was quiet while the forks ran.";
      case UNKNOWN -> "This system has no counters that tell what else the machine did.";
      case AMBER -> "Some of these figures may speak of the machine, not of the bridge.";
      case RED ->
          "These figures speak of the machine as much as of the bridge. Measure again before anything"
              + " is concluded.";
    };
  }
}
