package bridgebench.cli.results;

import bridgebench.jmh.runner.DerivedFiles;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.reports.page.ReportOptions;
import bridgebench.reports.page.ReportPage;
import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunFolder;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Everything in a run folder that is derived from its journal. */
public final class RunResults {
  private RunResults() {}

  /**
   * Writes all of it anew. A failure to draw loses no figures.
   *
   * @return what the report says
   * @throws IOException when the journal cannot be read or a file not be written
   */
  public static RunAnalysis write(RunFolder folder) throws IOException {
    return write(folder, ReportOptions.DEFAULT);
  }

  /**
   * Writes all of it anew, with what the reader asks of the page.
   *
   * @return what the report says
   * @throws IOException when the journal cannot be read or a file not be written
   */
  public static RunAnalysis write(RunFolder folder, ReportOptions options) throws IOException {
    // Fonts and templates take a core's time to load, which reading needs only some of.
    CompletableFuture<ReportPage> page =
        CompletableFuture.supplyAsync(() -> new ReportPage(options));
    JournalContents journal = Journal.read(folder.path());
    try (SideTask derived = SideTask.start(() -> DerivedFiles.write(folder, journal))) {
      RunAnalysis analysis = RunAnalysis.of(journal);
      analysis.toRunFile().write(folder.runFile());
      page.join().write(analysis, folder.report());
      return analysis;
    }
  }
}
