package bridgebench.cli;

import bridgebench.cli.results.JmhReport;
import bridgebench.cli.results.RunIndex;
import bridgebench.cli.results.RunResults;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the report of a run again, that of a JMH result, or an index of many runs. */
@Command(
    name = "report",
    header = "Write a run's report again, a page for a JMH result, or an index of runs.",
    description =
        "Of a run's folder it derives run.json, jmh-result.json, samples.csv, the latency logs and"
            + " report.html from the journal. A JMH result in JSON, of any project, gets a page of"
            + " its name beside it. --index lists every run below a folder, with the trend of each"
            + " scenario on the same machine. Needs no Python. Prints the page's path. Exit status:"
            + " 0 done, 2 usage, 5 with --strict: the machine was too noisy.",
    footer = {
      "  bridgebench report runs/20260131-120000-quick",
      "  bridgebench report runs/20260131-120000-quick --service-level 10ms",
      "  bridgebench report jmh-result.json                  writes jmh-result.html",
      "  bridgebench report --index runs                     writes runs/index.html",
      "  xdg-open $(bridgebench report runs/20260131-120000-quick)"
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private ResultOutput results;
  @Mixin private StrictOption strict;
  @Mixin private PageOptions page;
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  /** What the page is about. */
  static final class Subject {
    @Parameters(
        paramLabel = "RUN|FILE",
        description = "The folder of a run, or a JMH result in JSON.")
    private @Nullable Path input;

    @Option(
        names = "--index",
        paramLabel = "DIR",
        description = "Write DIR/index.html about every run in DIR.")
    private @Nullable Path indexed;
  }

  @Override
  public Integer call() throws IOException {
    Path indexed = subject.indexed;
    if (indexed != null) {
      requireNoOptionsOfARun("--index");
      return printed(written(() -> RunIndex.write(indexed, spec.commandLine().getErr())));
    }
    // The group has exactly one of the two.
    Path input = Objects.requireNonNull(subject.input);
    if (Files.isRegularFile(input)) {
      requireNoOptionsOfARun("the page of a JMH result");
      return printed(written(() -> JmhReport.write(input)));
    }
    return ofRun(OutputFolder.existing(input));
  }

  private void requireNoOptionsOfARun(String of) {
    for (String option : List.of("--json", "--strict", "--service-level")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new UsageProblem(
            option + " is about the report of a run, and does nothing for " + of);
      }
    }
  }

  private Integer ofRun(RunFolder folder) throws IOException {
    RunAnalysis analysis = written(() -> RunResults.write(folder, page.chosen()));
    results.print(folder, analysis, spec.commandLine());
    return strict.status(analysis);
  }

  private Integer printed(Path html) {
    spec.commandLine().getOut().println(html.toAbsolutePath().normalize());
    return ExitCode.OK;
  }

  private static <T> T written(Writing<T> page) {
    try {
      return page.write();
    } catch (IOException e) {
      throw new UsageProblem(String.valueOf(e.getMessage()), e);
    }
  }

  /** Writes a page. */
  private interface Writing<T> {
    T write() throws IOException;
  }
}
