package bridgebench.cli;

import bridgebench.cli.results.SelftestSummary;
import bridgebench.cli.results.TrustLines;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.reports.selftest.IdenticalArms;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.suite.Suite;
import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * What a self-test prints: how often identical arms are told apart.
 *
 * @param suite whose threshold verdicts have
 * @param json whether a JSON object goes to stdout instead of sentences
 */
record SelftestOutput(Suite suite, boolean json, CommandLine command)
    implements Measurement.Results {

  @Override
  public void print(RunFolder folder, RunAnalysis analysis) {
    double thresholdPercent = suite.questions().get(0).timing().thresholdPercent();
    SelftestSummary summary =
        SelftestSummary.of(folder, analysis, IdenticalArms.of(analysis, thresholdPercent));
    PrintWriter out = command.getOut();
    PrintWriter err = command.getErr();
    TrustLines.of(summary.trust()).forEach(err::println);
    if (json) {
      out.println(summary.toJson());
    } else {
      summary.sentences().forEach(out::println);
      err.println("report: " + summary.report());
    }
  }
}
