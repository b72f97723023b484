package bridgebench.cli;

import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.run.TrustLevel;
import picocli.CommandLine.Option;

/** Whether figures of a noisy machine count as done. */
final class StrictOption {
  @Option(
      names = "--strict",
      description =
          "End with status 5 when trust is red: the machine did too much else (docs/measuring.md).")
  private boolean strict;

  /** The exit status of a run that is otherwise done. */
  int status(RunAnalysis analysis) {
    return strict && analysis.trust().level() == TrustLevel.RED
        ? ExitCode.NOT_TRUSTED
        : ExitCode.OK;
  }
}
