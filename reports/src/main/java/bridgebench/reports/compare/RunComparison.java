package bridgebench.reports.compare;

import java.util.List;
import java.util.stream.Stream;

/**
 * Two or more runs side by side; the first is the baseline of all others.
 *
 * @param runs the inputs, baseline first
 * @param machine whether they are of one machine
 * @param environmentDifferences facts that differ, those of the machine first
 * @param thresholdPercent the practical threshold of the verdicts
 * @param candidates one per run after the first
 */
public record RunComparison(
    List<ComparedRun> runs,
    MachineAgreement machine,
    List<EnvironmentDifference> environmentDifferences,
    double thresholdPercent,
    List<CandidateComparison> candidates) {

  /** The practical threshold where none is stated, in percent. */
  public static final double DEFAULT_THRESHOLD_PERCENT = 2;

  /** What no interval of a comparison holds, for whoever reads one. */
  public static final String SCOPE =
      "Intervals hold for the forks of one run on each side. What changes from one run to the next,"
          + " such as the host and its neighbours, is in none of them and common to all scenarios of"
          + " a run: measure each side in several runs by turns before you believe a few percent.";

  /**
   * Why differences may come of the machines and not of the programs: a sentence each, without the
   * full stop.
   */
  public List<String> reservations() {
    return Stream.concat(
            runs.stream().flatMap(run -> run.distrust().stream()),
            runs.stream().skip(1).flatMap(run -> run.anotherSpeed(runs.get(0)).stream()))
        .distinct()
        .toList();
  }

  /**
   * Compares every input after the first with the first.
   *
   * @param inputs at least two
   * @param thresholdPercent the smallest difference that matters in practice
   * @param acrossMachines whether inputs of different machines may be compared
   * @throws DifferentMachinesException when they are of different machines and may not be
   */
  public static RunComparison of(
      List<ComparisonInput> inputs, double thresholdPercent, boolean acrossMachines)
      throws DifferentMachinesException {
    if (inputs.size() < 2) {
      throw new IllegalArgumentException(
          "expected at least two inputs to compare, got " + inputs.size());
    }
    List<ComparedRun> runs = inputs.stream().map(ComparisonInput::run).toList();
    EnvironmentComparison environments = new EnvironmentComparison(runs);
    MachineAgreement machine = environments.machine();
    if (machine == MachineAgreement.DIFFERENT && !acrossMachines) {
      throw new DifferentMachinesException(environments);
    }
    ComparisonInput baseline = inputs.get(0);
    return new RunComparison(
        runs,
        machine,
        environments.differences(),
        thresholdPercent,
        inputs.subList(1, inputs.size()).stream()
            .map(candidate -> new InputComparison(baseline, candidate, thresholdPercent).compare())
            .toList());
  }
}
