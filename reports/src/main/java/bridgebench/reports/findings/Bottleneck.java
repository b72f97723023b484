package bridgebench.reports.findings;

import bridgebench.scenarios.run.Figure;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names what holds an arm up, where that can be known. */
final class Bottleneck {

  /** Above this share of waiting for a core, who is busy says nothing about who holds up whom. */
  static final double GREATEST_RUN_QUEUE_SHARE = 0.1;

  /** Below this share of its wall time an actor is not called the bottleneck. */
  private static final double LEAST_BUSY_SHARE = 0.8;

  private Bottleneck() {}

  /** The sentence about an arm, if its figures allow one. */
  static Optional<Finding> of(Arm arm, String label) {
    Map<String, ActorTime> actors = arm.figures().actors();
    boolean complete =
        !actors.isEmpty()
            && actors.values().stream()
                .allMatch(time -> time.cpuNanos() != null && time.runQueueNanos() != null);
    if (!complete) {
      return Optional.empty();
    }
    Map.Entry<String, ActorTime> waiting =
        actors.entrySet().stream()
            .max(Comparator.comparingDouble(entry -> entry.getValue().runQueueShare()))
            .orElseThrow();
    double waitingShare = waiting.getValue().runQueueShare();
    if (waitingShare > GREATEST_RUN_QUEUE_SHARE) {
      return Optional.of(
          finding(
              arm,
              "No bottleneck is named for "
                  + label
                  + ": "
                  + name(waiting.getKey())
                  + " waits for a core "
                  + Wording.percent(100 * waitingShare)
                  + " of its time.",
              Map.of("runQueueShare", waitingShare)));
    }
    return busiest(arm, label);
  }

  private static Optional<Finding> busiest(Arm arm, String label) {
    Map.Entry<String, ActorTime> busiest =
        arm.figures().actors().entrySet().stream()
            .max(Comparator.comparingDouble(entry -> busyShare(entry.getValue())))
            .orElseThrow();
    String actor = busiest.getKey();
    double share = busyShare(busiest.getValue());
    String computes = "computes for " + Wording.percent(100 * share) + " of its wall time";
    if (share < LEAST_BUSY_SHARE) {
      return Optional.of(
          finding(
              arm,
              "No actor is busy all the time in "
                  + label
                  + ": the busiest, "
                  + name(actor)
                  + ", "
                  + computes
                  + ".",
              Map.of("busyShare", share)));
    }
    double wallNanos = busiest.getValue().wallNanos().median();
    Map<String, Double> evidence = new LinkedHashMap<>();
    evidence.put("busyShare", share);
    String longest = "";
    Optional<Map.Entry<String, Figure>> stage = longestStage(arm, actor);
    if (stage.isPresent()) {
      double stageShare = stage.get().getValue().median() / wallNanos;
      evidence.put("stageShare", stageShare);
      longest =
          "; its longest stage is "
              + stage.get().getKey().substring(actor.length() + 1)
              + ", "
              + Wording.percent(100 * stageShare)
              + " of its wall time";
    }
    return Optional.of(
        finding(
            arm,
            "In "
                + label
                + ", "
                + name(actor)
                + " is the bottleneck: it "
                + computes
                + longest
                + ".",
            evidence));
  }

  private static double busyShare(ActorTime time) {
    Figure cpu = time.cpuNanos();
    return cpu == null ? 0 : cpu.median() / time.wallNanos().median();
  }

  private static Optional<Map.Entry<String, Figure>> longestStage(Arm arm, String actor) {
    return arm.figures().stageNanos().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(actor + "."))
        .max(Comparator.comparingDouble(entry -> entry.getValue().median()));
  }

  private static String name(String actor) {
    return switch (actor) {
      case "python" -> "Python";
      case "jvm-writer" -> "the JVM's writer";
      case "jvm-reader" -> "the JVM's reader";
      default -> actor;
    };
  }

  private static Finding finding(Arm arm, String sentence, Map<String, Double> evidence) {
    return new Finding(
        FindingKind.BOTTLENECK, Wording.capitalised(sentence), List.of(arm.id()), evidence);
  }
}
