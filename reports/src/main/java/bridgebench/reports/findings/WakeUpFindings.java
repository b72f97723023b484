package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Exchange;
import bridgebench.scenarios.run.Environment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says how much of an answer may be the machine's: where one process sleeps while the other works,
 * every call and every echo wakes an idle core twice.
 */
final class WakeUpFindings {

  private static final int WAKE_UPS = 2;

  /** Less of the time is not worth a sentence. */
  private static final double LEAST_SHARE = 0.2;

  private static final String ONE_THREAD = "1";

  private final double wakeUpNanos;

  private WakeUpFindings(double wakeUpNanos) {
    this.wakeUpNanos = wakeUpNanos;
  }

  /** For a run on this machine; tells nothing where the wake-up was not measured. */
  static WakeUpFindings of(Environment environment) {
    String nanos = environment.facts().get(Environment.WAKE_UP_NANOS);
    return new WakeUpFindings(nanos == null ? 0 : Double.parseDouble(nanos));
  }

  /** The sentence about the question's fastest calls or echoes, where wake-ups matter to them. */
  Optional<Finding> in(List<Measured> arms, Function<Arm, String> name) {
    return arms.stream()
        .filter(arm -> arm.forks() > 0 && answersOneByOne(arm))
        .min(Comparator.comparingDouble(Measured::meanNanos))
        .filter(this::matters)
        .map(arm -> finding(arm, name.apply(arm.arm())));
  }

  private static boolean answersOneByOne(Measured arm) {
    return switch (arm.scenario().path()) {
      // Of several threads, one's work is another's wake-up.
      case CALL -> arm.word(Axis.THREADS).equals(ONE_THREAD);
      case TRANSPORT -> arm.word(Axis.EXCHANGE).equals(Exchange.ROUND_TRIP.word());
      default -> false;
    };
  }

  /** Answers that take less than the wake-ups show that cores did not fall asleep between them. */
  private boolean matters(Measured arm) {
    double share = WAKE_UPS * wakeUpNanos / arm.meanNanos();
    return share >= LEAST_SHARE && share <= 1;
  }

  private Finding finding(Measured arm, String name) {
    String operation = arm.scenario().path() == BridgePath.CALL ? "call" : "echo";
    return new Finding(
        FindingKind.WAKE_UP,
        "An idle core took "
            + Wording.nanos(wakeUpNanos)
            + " to wake up when the run began, and each "
            + operation
            + " may wait for that twice: up to "
            + Wording.nanos(WAKE_UPS * wakeUpNanos)
            + " of the "
            + Wording.nanos(arm.meanNanos())
            + " of "
            + name
            + " are the machine's, not the bridge's. With both processes on one core (taskset -c 0)"
            + " none of it is waited for.",
        List.of(arm.arm().id()),
        Map.of("wakeUpNanos", wakeUpNanos, "operationNanos", arm.meanNanos()));
  }
}
