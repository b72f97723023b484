package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the pairs of scenarios that differ on the compared axis only. */
final class PairFinder {

  /** The axes that choose a way to represent rows, which has a batch size of its own. */
  private static final List<Axis> WAYS = List.of(Axis.PATH, Axis.MODE);

  private final List<Scenario> scenarios;
  private final Comparison comparison;
  private final Set<Axis> mayDiffer;

  PairFinder(Question question, Comparison comparison) {
    this.scenarios = question.scenarios();
    this.comparison = comparison;
    this.mayDiffer = mayDiffer();
  }

  List<ScenarioPair> pairs() {
    List<ScenarioPair> pairs = new ArrayList<>();
    for (Scenario other : scenarios) {
      if (hasBaseline(other) || other.word(comparison.axis()) == null) {
        continue;
      }
      scenarios.stream()
          .filter(this::hasBaseline)
          .filter(baseline -> agree(baseline, other))
          .forEach(baseline -> pairs.add(new ScenarioPair(baseline, other)));
    }
    return pairs;
  }

  private boolean hasBaseline(Scenario scenario) {
    return comparison.baseline().equals(scenario.word(comparison.axis()));
  }

  private boolean agree(Scenario baseline, Scenario other) {
    for (Map.Entry<Axis, String> entry : baseline.axes().entrySet()) {
      String word = other.word(entry.getKey());
      if (word != null && !word.equals(entry.getValue()) && !mayDiffer.contains(entry.getKey())) {
        return false;
      }
    }
    return true;
  }

  private Set<Axis> mayDiffer() {
    Set<Axis> axes = EnumSet.of(comparison.axis());
    if (comparison.axis() == Axis.WRITER) {
      axes.add(Axis.FLUSH);
    }
    if (WAYS.contains(comparison.axis()) && eachWayHasOneBatchSize()) {
      axes.add(Axis.BATCH_ROWS);
    }
    return axes;
  }

  private boolean eachWayHasOneBatchSize() {
    return scenarios.stream()
        .filter(s -> s.word(Axis.BATCH_ROWS) != null)
        .collect(
            Collectors.groupingBy(
                s -> WAYS.stream().map(axis -> String.valueOf(s.word(axis))).toList(),
                Collectors.mapping(s -> s.require(Axis.BATCH_ROWS), Collectors.toSet())))
        .values()
        .stream()
        .allMatch(sizes -> sizes.size() == 1);
  }
}
