package bridgebench.cli.doctor;

import bridgebench.bridge.python.PythonProblem;
import bridgebench.bridge.python.PythonReport;
import java.util.List;

/** Judges an interpreter by its probe. */
public final class PythonChecks {
  private PythonChecks() {}

  /** One finding for each problem; a single one when there is none. */
  public static List<Finding> judge(PythonReport report) {
    if (report.usable()) {
      return List.of(
          Finding.ok(
              "python",
              report.version() + " at " + report.interpreter() + " with " + packages(report)));
    }
    return report.problems().stream().map(PythonChecks::failed).toList();
  }

  /** No interpreter could be made ready at all. */
  public static Finding unavailable(String reason) {
    return Finding.fail("python", reason, "bridgebench setup shows each step");
  }

  private static Finding failed(PythonProblem problem) {
    return Finding.fail("python", problem.message(), problem.remedy());
  }

  private static String packages(PythonReport report) {
    return String.join(
        ", ",
        report.packages().entrySet().stream().map(p -> p.getKey() + " " + p.getValue()).toList());
  }
}
