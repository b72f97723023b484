package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question of a suite and the scenarios that answer it.
 *
 * @param id unique within the suite
 * @param ask the question as a sentence
 * @param scenarios the possible combinations of its axes, without duplicates: the values of each
 *     axis in the order of the suite file, the last axis of {@link Axis} changing fastest
 * @param compare what is compared, or null when figures are only shown
 * @param timing how its scenarios are measured
 * @param skipped the impossible combinations of its axes, with the reasons
 */
public record Question(
    String id,
    String ask,
    List<Scenario> scenarios,
    @Nullable Comparison compare,
    Timing timing,
    List<SkippedCombination> skipped) {

  public Question {
    scenarios = List.copyOf(scenarios);
    skipped = List.copyOf(skipped);
  }

  /** A question none of whose combinations is impossible. */
  public Question(
      String id,
      String ask,
      List<Scenario> scenarios,
      @Nullable Comparison compare,
      Timing timing) {
    this(id, ask, scenarios, compare, timing, List.of());
  }

  /** The axes on which the question's scenarios differ (absence counts as a value). */
  public List<Axis> variedAxes() {
    return Arrays.stream(Axis.values())
        .filter(axis -> scenarios.stream().map(s -> s.word(axis)).distinct().count() > 1)
        .toList();
  }

  /**
   * The pairs that the comparison may put side by side: one scenario has the baseline, the other
   * has not, and they agree on every other axis that applies to both. Where modes or paths are
   * compared, {@code batchRows} may differ if each of them has one value of its own; where writers
   * are, {@code flush} may, because lockstep fixes it. Empty when nothing is compared.
   */
  public List<ScenarioPair> pairs() {
    Comparison comparison = compare;
    return comparison == null ? List.of() : new PairFinder(this, comparison).pairs();
  }

  /** Whether some scenario of the question has the value. */
  boolean has(Axis axis, String word) {
    return scenarios.stream().anyMatch(s -> Objects.equals(s.word(axis), word));
  }
}
