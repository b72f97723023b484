package bridgebench.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.python.PythonProblem;
import bridgebench.bridge.python.PythonProblem.Kind;
import bridgebench.bridge.python.PythonReport;
import bridgebench.bridge.python.PythonUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PythonChecksTest {

  private static final PythonProblem MISSING =
      new PythonProblem(Kind.PACKAGE_MISSING, "python has no package x", "pip install x");

  @Test
  void whatAWorkerNeedsFailsAndNothingElseIsLookedAt() {
    assertThat(
            PythonChecks.judge(
                report(List.of(MISSING), Map.of(PythonUse.DRIVER, List.of(MISSING)))))
        .singleElement()
        .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.FAIL));
  }

  @Test
  void whatOnlySomeSuitesNeedIsAWarningThatNamesThem() {
    List<Finding> findings =
        PythonChecks.judge(report(List.of(), Map.of(PythonUse.CDF_OF_ARRAYS, List.of(MISSING))));

    assertThat(findings).extracting(Finding::level).containsExactly(Level.OK, Level.WARN);
    assertThat(findings.get(1).found())
        .isEqualTo(
            "not fit for the function cdf in the modes arrow-pandas and arrow: python has no"
                + " package x");
    assertThat(findings.get(1).remedy()).isEqualTo("pip install x");
  }

  private static PythonReport report(
      List<PythonProblem> problems, Map<PythonUse, List<PythonProblem>> ofUses) {
    return new PythonReport(
        Path.of("python"), "3.11.7", new TreeMap<>(Map.of("numpy", "2.2.6")), problems, ofUses);
  }
}
