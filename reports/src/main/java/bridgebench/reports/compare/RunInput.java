package bridgebench.reports.compare;

import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.Metric;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.reports.statistics.SampleMedian;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.JournalContents;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run as an input of a comparison. */
public final class RunInput {

  /** Fact of the compared run: what its suite adds to the arguments of forked JVMs. */
  private static final String JVM_ARGS = "suite.jvmArgs";

  private static final String OR_LATER = " \\| ";

  private RunInput() {}

  /**
   * The input that a journal makes.
   *
   * @param label what the reader knows the run by
   */
  public static ComparisonInput of(String label, JournalContents journal) {
    RunAnalysis analysis = RunAnalysis.of(journal);
    Map<String, Samples> scenarios = new LinkedHashMap<>();
    for (Arm arm : analysis.arms()) {
      scenarios.put(arm.id(), samples(analysis, arm, journal.header().seed()));
    }
    ComparedRun run =
        new ComparedRun(
            label,
            "run",
            environment(journal),
            scenarios.size(),
            analysis.trust().level(),
            fixedWorkNanos(journal));
    return new ComparisonInput(run, scenarios);
  }

  /**
   * The facts with which the run began, beside them what they had become where it was resumed, and
   * the suite's own arguments of forked JVMs.
   */
  private static SortedMap<String, String> environment(JournalContents journal) {
    Map<String, String> begun = journal.header().environment().facts();
    SortedMap<String, String> facts = new TreeMap<>(begun);
    for (Environment after : journal.resumedOn()) {
      Map<String, String> changed = new TreeMap<>(after.facts());
      if (MachineIdentity.of(begun).agreesWith(MachineIdentity.of(changed))) {
        // A machine that is the same may state its memory a little differently after a restart.
        changed.keySet().removeAll(MachineIdentity.FACTS);
      }
      changed.forEach((fact, value) -> facts.merge(fact, value, RunInput::both));
    }
    List<String> jvmArgs = journal.header().suite().jvmArgs();
    facts.put(JVM_ARGS, jvmArgs.isEmpty() ? "none" : String.join(" ", jvmArgs));
    return facts;
  }

  private static String both(String before, String after) {
    return List.of(before.split(OR_LATER)).contains(after) ? before : before + " | " + after;
  }

  private static double fixedWorkNanos(JournalContents journal) {
    double[] nanos =
        journal.forks().stream()
            .filter(fork -> fork.failure() == null)
            .flatMap(
                fork -> Optional.ofNullable(fork.noise().get(ForkRecord.FIXED_WORK_NANOS)).stream())
            .mapToDouble(Double::doubleValue)
            .toArray();
    return nanos.length == 0 ? Double.NaN : SampleMedian.of(nanos);
  }

  private static Samples samples(RunAnalysis analysis, Arm arm, long seed) {
    Metric metric = arm.headline();
    SortedMap<String, String> axes = new TreeMap<>();
    arm.scenario().axes().forEach((axis, word) -> axes.put(axis.suiteName(), word(axis, word)));
    OlderRuns.leaveOutWhatAllDid(axes);
    double[][] measured = analysis.samples(arm, metric);
    String problem = problem(arm, measured);
    double[][] forks = problem == null ? measured : new double[0][];
    String checksum = arm.resultChecksum();
    return new Samples(
        metric.key(),
        metric.unit(),
        metric.moreIsFaster(),
        axes,
        forks,
        problem,
        checksum == null ? null : new Samples.Results(seed, checksum));
  }

  /** A user's function without the folder of its file: another checkout has it elsewhere. */
  private static String word(Axis axis, String word) {
    if (axis != Axis.FUNCTION) {
      return word;
    }
    FunctionSpec function = FunctionSpec.parse(word);
    Path file = function.file();
    return file == null ? word : file.getFileName() + ":" + function.functionName();
  }

  /** As within a run, an arm of which anything failed, or whose queue grows, is not compared. */
  private static @Nullable String problem(Arm arm, double[][] forks) {
    if (arm.failure() != null) {
      return "failed: " + arm.failure().message();
    }
    if (!arm.keepsUpWithItsRate()) {
      return "does not keep up with its rate";
    }
    return forks.length > 0 ? null : "was not measured";
  }
}
