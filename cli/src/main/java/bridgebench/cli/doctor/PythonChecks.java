package bridgebench.cli.doctor;

import bridgebench.bridge.python.PythonProblem;
import bridgebench.bridge.python.PythonReport;
import bridgebench.bridge.python.PythonUse;
import java.util.ArrayList;
import java.util.List;

/** Judges an interpreter by its probe. */
public final class PythonChecks {
  private PythonChecks() {}

  /**
   * One finding for each problem of a worker's; where it has none, what was found, and a warning
   * for each problem of a further use, which {@code run} refuses in suites that need it.
   */
  public static List<Finding> judge(PythonReport report) {
    if (!report.usable()) {
      return report.problems().stream().map(PythonChecks::failed).toList();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            "python",
            report.version() + " at " + report.interpreter() + " with " + packages(report)));
    for (PythonUse use : PythonUse.values()) {
      report.problemsOf(use).forEach(problem -> findings.add(warned(use, problem)));
    }
    return findings;
  }

  /** No interpreter could be made ready at all. */
  public static Finding unavailable(String reason) {
    return Finding.fail("python", reason, "bridgebench setup shows each step");
  }

  private static Finding failed(PythonProblem problem) {
    return Finding.fail("python", problem.message(), problem.remedy());
  }

  private static Finding warned(PythonUse use, PythonProblem problem) {
    return Finding.warn(
        "python", "not fit for " + use.purpose() + ": " + problem.message(), problem.remedy());
  }

  private static String packages(PythonReport report) {
    return String.join(
        ", ",
        report.packages().entrySet().stream().map(p -> p.getKey() + " " + p.getValue()).toList());
  }
}
