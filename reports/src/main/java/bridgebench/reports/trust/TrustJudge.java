package bridgebench.reports.trust;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.Trust;
import bridgebench.scenarios.run.TrustLevel;
import bridgebench.scenarios.run.TrustReason;
import bridgebench.scenarios.suite.PlannedScenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Makes one word of the facts around all forks of a run. */
public final class TrustJudge {

  /**
   * A median over 5 forks stays among undisturbed ones when 1 of them is not; beyond that share it
   * may rest on a disturbed one.
   */
  private static final double TOLERATED_SHARE = 0.2;

  private TrustJudge() {}

  /** The same of the machine alone, whatever the forks' own speed did. */
  public static Trust of(JournalContents journal) {
    return of(journal, fork -> OptionalDouble.empty());
  }

  /**
   * The judgement of a run; the same journal always gives the same. Failed forks do not count.
   *
   * @param changeWhileMeasured the share by which a fork's speed changed while it was measured; 0
   *     when it was steady, empty when that cannot be told
   */
  public static Trust of(
      JournalContents journal, Function<ForkRecord, OptionalDouble> changeWhileMeasured) {
    List<ForkRecord> forks =
        journal.forks().stream().filter(fork -> fork.failure() == null).toList();
    List<TrustReason> reasons = new ArrayList<>();
    boolean machineIsJudged = false;
    List<NoiseRule> rules = new ArrayList<>(NoiseRules.of(forks, workers(journal), cores(journal)));
    rules.add(NoiseRules.steadyState(changeWhileMeasured));
    for (NoiseRule rule : rules) {
      double[] readings =
          forks.stream().flatMapToDouble(fork -> rule.reading().apply(fork).stream()).toArray();
      machineIsJudged |= rule.ofMachine() && readings.length > 0;
      reason(rule, readings).ifPresent(reasons::add);
    }
    reasons.sort(Comparator.comparing(TrustReason::level).reversed());
    TrustLevel level = machineIsJudged ? TrustLevel.GREEN : TrustLevel.UNKNOWN;
    for (TrustReason reason : reasons) {
      level = level.orWorse(reason.level());
    }
    return new Trust(level, reasons);
  }

  private static Optional<TrustReason> reason(NoiseRule rule, double[] readings) {
    int red = above(readings, rule.redAbove());
    int amber = above(readings, rule.amberAbove());
    double tolerated = TOLERATED_SHARE * readings.length;
    if (red > tolerated) {
      return Optional.of(reason(rule, readings, TrustLevel.RED, rule.redAbove(), red));
    }
    return red > 0 || amber > tolerated
        ? Optional.of(reason(rule, readings, TrustLevel.AMBER, rule.amberAbove(), amber))
        : Optional.empty();
  }

  private static TrustReason reason(
      NoiseRule rule, double[] readings, TrustLevel level, double limit, int forks) {
    double worst = 0;
    for (double reading : readings) {
      worst = Math.max(worst, reading);
    }
    String beyond = limit == 0 ? "at all" : "more than " + text(rule.unit(), limit);
    String sentence =
        rule.subject()
            + " up to "
            + text(rule.unit(), worst)
            + rule.of()
            + "; "
            + beyond
            + " in "
            + forks
            + " of "
            + readings.length
            + (readings.length == 1 ? " fork." : " forks.");
    return new TrustReason(
        level, rule.fact(), sentence, rule.remedy(), forks, readings.length, worst);
  }

  private static int above(double[] readings, double limit) {
    int count = 0;
    for (double reading : readings) {
      count += reading > limit ? 1 : 0;
    }
    return count;
  }

  private static String text(NoiseRule.Unit unit, double value) {
    return switch (unit) {
      case SHARE -> percent(100 * value);
      case A_SECOND -> String.format(Locale.ROOT, "%,.0f", value);
      case NUMBER ->
          value == Math.rint(value)
              ? String.format(Locale.ROOT, "%,.0f", value)
              : String.format(Locale.ROOT, "%.2f", value);
    };
  }

  private static String percent(double percent) {
    return percent == 0 || percent >= 9.95 || percent == Math.rint(percent)
        ? String.format(Locale.ROOT, "%.0f %%", percent)
        : String.format(Locale.ROOT, percent >= 0.095 ? "%.1f %%" : "%.3f %%", percent);
  }

  private static Map<String, Integer> workers(JournalContents journal) {
    Map<String, Integer> workers = new HashMap<>();
    for (PlannedScenario planned : journal.header().suite().scenarios()) {
      workers.put(planned.scenario().id(), planned.scenario().workers());
    }
    return workers;
  }

  private static double cores(JournalContents journal) {
    String cores = journal.header().environment().facts().get("cpu.logicalCores");
    return cores == null ? 1 : Double.parseDouble(cores);
  }
}
