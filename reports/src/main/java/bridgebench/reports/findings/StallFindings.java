package bridgebench.reports.findings;

import bridgebench.reports.stall.Floor;
import bridgebench.reports.stall.Floors;
import bridgebench.reports.stall.LatencyGap;
import bridgebench.reports.stall.Offset;
import bridgebench.reports.stall.Step;
import bridgebench.reports.stall.Steps;
import bridgebench.reports.stall.SystemTimer;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says where time passes that no work explains: steps between neighbouring sizes, levels at a
 * timer, a transport that is slower by a timer's constant, latencies in two groups; each with its
 * likely cause and what helps.
 */
final class StallFindings {

  private static final int FEWEST_SIZES = 4;

  private final List<Measured> arms;
  private final List<Axis> varied;
  private final List<Sweep> sweeps;
  private final List<Finding> causes = new ArrayList<>();

  /**
   * @param arms the question's arms
   * @param varied the axes that tell them apart
   */
  StallFindings(List<Measured> arms, List<Axis> varied) {
    this.arms = arms;
    this.varied = varied;
    this.sweeps = Sweep.of(arms, varied);
  }

  /** The steps of all sweeps. */
  List<SweepStep> steps() {
    List<SweepStep> steps = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      stepsIn(sweep).forEach(step -> steps.add(new SweepStep(sweep.along(), sweep.ids(), step)));
    }
    return steps;
  }

  /** From few sizes growth cannot be judged: there, only what is near a timer counts. */
  private static List<Step> stepsIn(Sweep sweep) {
    boolean isJudged = sweep.arms().size() >= FEWEST_SIZES;
    return Steps.in(sweep.points(), sweep.isOfWork()).stream()
        .filter(step -> isJudged || isNearTimer(sweep, step))
        .toList();
  }

  private static boolean isNearTimer(Sweep sweep, Step step) {
    Scenario slow = armAt(sweep, step.isRise() ? step.to() : step.from()).scenario();
    return StallCause.timer(slow, step.unexplainedNanos()).isPresent();
  }

  /** The sentences, steps first. */
  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    causes.clear();
    for (Sweep sweep : sweeps) {
      stepsIn(sweep).forEach(step -> findings.add(finding(sweep, step)));
    }
    for (Sweep sweep : sweeps) {
      if (sweep.isOfWork()) {
        Floors.in(sweep.points()).forEach(floor -> finding(sweep, floor).ifPresent(findings::add));
      }
    }
    findings.addAll(offsets());
    arms.forEach(arm -> gap(arm).ifPresent(findings::add));
    // One cause for all that wait for the same timer, right after the first of them.
    causes.forEach(
        cause -> {
          Finding first =
              findings.stream()
                  .filter(f -> f.scenarioIds().containsAll(cause.scenarioIds()))
                  .findFirst()
                  .orElseThrow();
          findings.add(findings.indexOf(first) + 1, cause);
        });
    return findings;
  }

  /** Notes why an arm waits for a timer, once for the question. */
  private String explained(SystemTimer timer, Measured arm) {
    String sentence = StallCause.explanation(timer, arm);
    if (causes.stream().noneMatch(cause -> cause.sentence().equals(sentence))) {
      causes.add(
          new Finding(
              FindingKind.STALL_CAUSE,
              sentence,
              List.of(arm.arm().id()),
              Map.of("timerNanos", timer.nanos())));
    }
    return StallCause.near(timer);
  }

  private Finding finding(Sweep sweep, Step step) {
    Measured slow = armAt(sweep, step.isRise() ? step.to() : step.from());
    double slowNanos = Math.max(step.nanosBefore(), step.nanosAfter());
    String near =
        StallCause.timer(slow.scenario(), step.unexplainedNanos())
            .map(timer -> ", " + explained(timer, slow))
            .or(
                () ->
                    StallCause.timer(slow.scenario(), slowNanos)
                        .map(
                            timer ->
                                "; " + Wording.nanos(slowNanos) + " is " + explained(timer, slow)))
            .orElse(". A limit lies between the two: a buffer, a cache, or memory");
    String sentence =
        opening(sweep)
            + "between "
            + Wording.range(size(sweep.along(), step.from()), size(sweep.along(), step.to()))
                .replace(" to ", " and ")
            + " the time per "
            + operation(slow)
            + (step.isRise() ? " rises" : " falls, although the work grows,")
            + " from "
            + Wording.nanos(step.nanosBefore())
            + " to "
            + Wording.nanos(step.nanosAfter())
            + " ("
            + forks(sweep)
            + "): "
            + Wording.nanos(step.unexplainedNanos())
            + " more than growth explains"
            + near
            + ".";
    return new Finding(
        FindingKind.STALL,
        Wording.capitalised(sentence),
        sweep.ids(),
        Map.of(
            "from", step.from(),
            "to", step.to(),
            "ratio", step.factor(),
            "unexplainedNanos", step.unexplainedNanos()),
        isProvisional(sweep));
  }

  private Optional<Finding> finding(Sweep sweep, Floor floor) {
    Measured arm = armAt(sweep, floor.from());
    return StallCause.timer(arm.scenario(), floor.nanos())
        .map(
            timer ->
                new Finding(
                    FindingKind.STALL,
                    Wording.capitalised(
                        opening(sweep)
                            + "the time per "
                            + operation(arm)
                            + " stays at "
                            + Wording.nanos(floor.nanos())
                            + " from "
                            + Wording.range(
                                size(sweep.along(), floor.from()), size(sweep.along(), floor.to()))
                            + ", although the work grows "
                            + Wording.digits(floor.to() / floor.from())
                            + " times"
                            + ", "
                            + explained(timer, arm)
                            + " ("
                            + forks(sweep)
                            + ")."),
                    sweep.ids(),
                    Map.of("from", floor.from(), "to", floor.to(), "nanos", floor.nanos()),
                    isProvisional(sweep)));
  }

  /** Each TCP series against those that agree with it on all but the transport's own axes. */
  private List<Finding> offsets() {
    List<Finding> findings = new ArrayList<>();
    for (Sweep slow : sweeps) {
      for (Sweep fast : sweeps) {
        if (slow != fast && slow.along() == fast.along() && mayBeCompared(slow, fast)) {
          Offset.between(slow.points(), fast.points())
              .filter(
                  offset -> StallCause.timer(slow.first().scenario(), offset.nanos()).isPresent())
              .ifPresent(offset -> findings.add(finding(slow, fast, offset)));
        }
      }
    }
    return findings;
  }

  private boolean mayBeCompared(Sweep one, Sweep other) {
    return differByTransport(one, other)
        && PairRefusal.of(one.first(), other.first(), Metric.TASK_NANOS, null) == null;
  }

  private boolean differByTransport(Sweep one, Sweep other) {
    return varied.stream()
        .filter(axis -> axis != one.along())
        .filter(axis -> !one.first().word(axis).equals(other.first().word(axis)))
        .allMatch(
            axis ->
                axis == Axis.TRANSPORT
                    || axis == Axis.TCP_NO_DELAY
                    || axis == Axis.SOCKET_BUFFER_BYTES);
  }

  private Finding finding(Sweep slow, Sweep fast, Offset offset) {
    List<String> ids = new ArrayList<>(slow.ids());
    ids.addAll(fast.ids());
    List<Axis> names = varied.stream().filter(axis -> axis != slow.along()).toList();
    return new Finding(
        FindingKind.STALL,
        Wording.capitalised(
            Wording.name(slow.first().scenario(), names)
                + " takes "
                + Wording.nanos(offset.nanos())
                + " longer than "
                + Wording.name(fast.first().scenario(), names)
                + " at each of "
                + offset.sizes()
                + " sizes"
                + ", "
                + explained(offset.timer(), slow.first())
                + " ("
                + forks(slow)
                + ")."),
        ids,
        Map.of("nanos", offset.nanos(), "sizes", (double) offset.sizes()),
        isProvisional(slow));
  }

  /** The latencies of an arm in two groups. */
  private Optional<Finding> gap(Measured arm) {
    return arm.arm().figures().latency().values().stream()
        .flatMap(
            latency ->
                Stream.ofNullable(latency.gap()).map(gap -> finding(arm, latency.kind(), gap)))
        .findFirst();
  }

  private Finding finding(Measured arm, String kind, LatencyGap gap) {
    Optional<SystemTimer> timer =
        StallCause.timer(arm.scenario(), gap.slowNanos())
            .or(() -> StallCause.timer(arm.scenario(), gap.slowNanos() - gap.fastNanos()));
    String name = Wording.name(arm.scenario(), varied);
    return new Finding(
        FindingKind.STALL,
        Wording.capitalised(
            (name.isEmpty() ? arm.arm().id() : name)
                + ": about "
                + Wording.percent(100 * gap.slowShare())
                + " of the latencies ("
                + kind
                + ") are "
                + Wording.nanos(gap.slowNanos())
                + " or more, the others at most "
                + Wording.nanos(gap.fastNanos())
                + between(gap)
                + timer.map(near -> ", " + explained(near, arm)).orElse(median(gap))
                + "."),
        List.of(arm.arm().id()),
        Map.of(
            "slowShare", gap.slowShare(),
            "fastNanos", gap.fastNanos(),
            "slowNanos", gap.slowNanos()));
  }

  private static String between(LatencyGap gap) {
    return gap.betweenShare() == 0
        ? ", with nothing between"
        : ", with " + Wording.percent(100 * gap.betweenShare()) + " between";
  }

  /** Which group holds the median, so that a reader knows what it describes. */
  private static String median(LatencyGap gap) {
    boolean slowHoldsIt = gap.slowShare() > 0.5;
    boolean fastHoldsIt = 1 - gap.slowShare() - gap.betweenShare() > 0.5;
    return slowHoldsIt || fastHoldsIt
        ? "; the median is one of the " + (slowHoldsIt ? "slower" : "faster") + " group"
        : "; the median describes neither group";
  }

  private String opening(Sweep sweep) {
    return Wording.opening(
        sweep.first().scenario(), varied.stream().filter(axis -> axis != sweep.along()).toList());
  }

  private static Measured armAt(Sweep sweep, double amount) {
    return sweep.arms().stream()
        .filter(arm -> arm.scenario().requireLong(sweep.along()) == (long) amount)
        .findFirst()
        .orElseThrow();
  }

  private static String operation(Measured arm) {
    return arm.scenario().path() == BridgePath.CALL ? "call" : "operation";
  }

  private static String forks(Sweep sweep) {
    List<Integer> counts = sweep.arms().stream().map(Measured::forks).toList();
    return Wording.forks(Collections.min(counts), Collections.max(counts))
        + (isProvisional(sweep) ? "; provisional: fewer than 5 forks" : "");
  }

  private static boolean isProvisional(Sweep sweep) {
    return sweep.arms().stream().anyMatch(arm -> VerdictRule.provisional(arm.forks()));
  }

  private static String size(Axis along, double amount) {
    return switch (along) {
      case MESSAGE_BYTES -> Wording.bytes(amount);
      case ELEMENTS -> Wording.count(amount) + " elements";
      case BATCH_ROWS -> Wording.count(amount) + " rows a batch";
      default -> Wording.count(amount) + " rows";
    };
  }
}
