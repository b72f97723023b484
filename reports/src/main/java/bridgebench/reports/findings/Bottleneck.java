package bridgebench.reports.findings;

import bridgebench.scenarios.run.Figure;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Names what holds an arm up, where that can be known. */
final class Bottleneck {

  /** Above this share of waiting for a core, who is busy says nothing about who holds up whom. */
  static final double GREATEST_RUN_QUEUE_SHARE = 0.1;

  /** Below this share of its wall time an actor is not called the bottleneck. */
  private static final double LEAST_BUSY_SHARE = 0.8;

  private static final String WRITER = "jvm-writer";
  private static final String READER = "jvm-reader";

  private Bottleneck() {}

  /** The sentence about an arm, if its figures allow one. */
  static Optional<Finding> of(Arm arm, String label) {
    Map<String, ActorTime> actors = threads(arm);
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
                  + name(arm, waiting.getKey())
                  + " waits for a core "
                  + Wording.percent(100 * waitingShare)
                  + " of its time.",
              Map.of("runQueueShare", waitingShare)));
    }
    return busiest(arm, label);
  }

  /** The actors that have a thread: a writer on the reader's is left out beside it. */
  private static Map<String, ActorTime> threads(Arm arm) {
    Map<String, ActorTime> threads = new LinkedHashMap<>(arm.figures().actors());
    if (isOneThread(arm)) {
      threads.remove(WRITER);
    }
    return threads;
  }

  private static boolean isOneThread(Arm arm) {
    ActorTime writer = arm.figures().actors().get(WRITER);
    ActorTime reader = arm.figures().actors().get(READER);
    return writer != null && reader != null && !writer.hasThread() && reader.hasThread();
  }

  private static Optional<Finding> busiest(Arm arm, String label) {
    Map.Entry<String, ActorTime> busiest =
        threads(arm).entrySet().stream()
            .max(Comparator.comparingDouble(entry -> entry.getValue().busyShare()))
            .orElseThrow();
    String actor = busiest.getKey();
    double share = busiest.getValue().busyShare();
    String computes = "computes for " + Wording.percent(100 * share) + " of its wall time";
    if (share < LEAST_BUSY_SHARE) {
      return Optional.of(
          finding(
              arm,
              "No actor is busy all the time in "
                  + label
                  + ": the busiest, "
                  + name(arm, actor)
                  + ", "
                  + computes
                  + ".",
              Map.of("busyShare", share)));
    }
    Map<String, Double> evidence = new LinkedHashMap<>();
    evidence.put("busyShare", share);
    String longest = "";
    Optional<Map.Entry<String, Figure>> stage = longestStage(arm, actor);
    if (stage.isPresent()) {
      double stageShare = stage.get().getValue().median() / wallNanos(arm, actor);
      String key = stage.get().getKey();
      evidence.put("stageShare", stageShare);
      longest =
          "; its longest stage is "
              + key.substring(key.indexOf('.') + 1)
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
                + name(arm, actor)
                + " is the bottleneck: it "
                + computes
                + longest
                + ".",
            evidence));
  }

  /** The actors on a thread. */
  private static List<String> actorsOn(Arm arm, String actor) {
    return actor.equals(READER) && isOneThread(arm) ? List.of(WRITER, READER) : List.of(actor);
  }

  private static double wallNanos(Arm arm, String actor) {
    return actorsOn(arm, actor).stream()
        .map(name -> Objects.requireNonNull(arm.figures().actors().get(name), name))
        .mapToDouble(time -> time.wallNanos().median())
        .sum();
  }

  private static Optional<Map.Entry<String, Figure>> longestStage(Arm arm, String actor) {
    List<String> actors = actorsOn(arm, actor);
    return arm.figures().stageNanos().entrySet().stream()
        .filter(entry -> actors.stream().anyMatch(name -> entry.getKey().startsWith(name + ".")))
        .max(Comparator.comparingDouble(entry -> entry.getValue().median()));
  }

  private static String name(Arm arm, String actor) {
    if (actorsOn(arm, actor).size() > 1) {
      return "the JVM's one thread";
    }
    return switch (actor) {
      case "python" -> "Python";
      case WRITER -> "the JVM's writer";
      case READER -> "the JVM's reader";
      default -> actor;
    };
  }

  private static Finding finding(Arm arm, String sentence, Map<String, Double> evidence) {
    return new Finding(
        FindingKind.BOTTLENECK, Wording.capitalised(sentence), List.of(arm.id()), evidence);
  }
}
