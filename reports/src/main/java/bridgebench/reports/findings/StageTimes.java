package bridgebench.reports.findings;

import bridgebench.reports.statistics.SampleMedian;
import bridgebench.scenarios.run.Actor;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.Stage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Time per operation by stage and by actor. */
final class StageTimes {

  /** The parts of a worker's start, in the order in which they happen. */
  static final List<String> START_PARTS =
      List.of("spawn", "interpreter", "imports", "connect", "function", "first-batch");

  /** Stages of the driver's operations before those that they share with tasks. */
  private static final List<String> DRIVER_FIRST =
      List.of("python.from-pandas", "python.plan", "python.connect", "jvm-writer.produce");

  /** Stages of the driver's operations after those. */
  private static final List<String> DRIVER_LAST =
      List.of(
          "python.rows",
          "python.cycle-search",
          "python.to-pandas",
          "python.aggregate",
          "python.wait");

  private StageTimes() {}

  /** Stages or parts in the order in which they happen, unknown ones last. */
  static Map<String, Figure> stages(List<ForkRecord> forks) {
    Set<String> keys = new LinkedHashSet<>();
    keys.addAll(DRIVER_FIRST);
    Arrays.stream(Stage.values()).map(Stage::key).forEach(keys::add);
    keys.addAll(DRIVER_LAST);
    keys.addAll(START_PARTS);
    Set<String> present = keysOf(forks, IterationRecord::stageNanos);
    keys.retainAll(present);
    keys.addAll(present);
    return figures(forks, keys, IterationRecord::stageNanos);
  }

  static Map<String, ActorTime> actors(List<ForkRecord> forks) {
    Map<String, ActorTime> times = new LinkedHashMap<>();
    for (Actor actor : Actor.values()) {
      String word = actor.word();
      Figure wall = figure(forks, word, IterationRecord::wallNanos);
      if (wall != null) {
        times.put(
            word,
            new ActorTime(
                wall,
                figure(forks, word, IterationRecord::cpuNanos),
                figure(forks, word, IterationRecord::runQueueNanos),
                unaccounted(forks, word),
                threadShare(forks, word, IterationRecord::cpuNanos),
                threadShare(forks, word, IterationRecord::runQueueNanos)));
      }
    }
    return times;
  }

  private static @Nullable Figure unaccounted(List<ForkRecord> forks, String actor) {
    if (keysOf(forks, IterationRecord::stageNanos).stream().noneMatch(isOf(actor))) {
      return null;
    }
    return ForkSamples.figure(
        ForkSamples.perOperation(
            forks,
            iteration ->
                iteration.wallNanos().getOrDefault(actor, 0L)
                    - iteration.stageNanos().entrySet().stream()
                        .filter(entry -> isOf(actor).test(entry.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum()));
  }

  /** A time of the actor's thread as a share of that thread's wall time. */
  private static double threadShare(
      List<ForkRecord> forks,
      String actor,
      Function<IterationRecord, Map<String, Long>> nanosByActor) {
    if (!keysOf(forks, nanosByActor).contains(actor)) {
      return Double.NaN;
    }
    double[] part =
        ForkSamples.perOperation(forks, i -> nanosByActor.apply(i).getOrDefault(actor, 0L));
    double[] wall = ForkSamples.perOperation(forks, i -> i.threadWallNanos(actor));
    double[] shares = new double[wall.length];
    Arrays.setAll(shares, fork -> part[fork] / wall[fork]);
    return SampleMedian.of(shares);
  }

  private static Predicate<String> isOf(String actor) {
    return key -> key.startsWith(actor + ".");
  }

  private static Map<String, Figure> figures(
      List<ForkRecord> forks,
      Set<String> keys,
      Function<IterationRecord, Map<String, Long>> nanosByKey) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (String key : keys) {
      Figure figure = figure(forks, key, nanosByKey);
      if (figure != null) {
        figures.put(key, figure);
      }
    }
    return figures;
  }

  private static @Nullable Figure figure(
      List<ForkRecord> forks, String key, Function<IterationRecord, Map<String, Long>> nanosByKey) {
    if (!keysOf(forks, nanosByKey).contains(key)) {
      return null;
    }
    return ForkSamples.figure(
        ForkSamples.perOperation(
            forks, iteration -> nanosByKey.apply(iteration).getOrDefault(key, 0L)));
  }

  private static Set<String> keysOf(
      List<ForkRecord> forks, Function<IterationRecord, Map<String, Long>> nanosByKey) {
    Set<String> keys = new LinkedHashSet<>();
    for (ForkRecord fork : forks) {
      fork.measurement().forEach(iteration -> keys.addAll(nanosByKey.apply(iteration).keySet()));
    }
    return keys;
  }
}
