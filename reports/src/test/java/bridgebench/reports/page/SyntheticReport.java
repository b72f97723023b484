package bridgebench.reports.page;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.SyntheticTruth;
import bridgebench.reports.compare.JmhFile;
import bridgebench.reports.compare.RunComparison;
import bridgebench.reports.compare.RunInput;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a report, a comparison and an index of synthetic runs, for tests and for looking at. */
public final class SyntheticReport {

  private SyntheticReport() {}

  /**
   * Writes {@code report-synthetic.html}, {@code driver-synthetic.html}, {@code
   * compare-synthetic.html}, {@code index-synthetic.html} and {@code jmh-synthetic.html}.
   *
   * @param arguments the folder; {@code target} without one
   */
  public static void main(String[] arguments) throws Exception {
    write(Path.of(arguments.length == 0 ? "target" : arguments[0]));
  }

  public static void write(Path folder) throws Exception {
    Files.createDirectories(folder);
    new ReportPage()
        .write(
            RunAnalysis.of(SyntheticRuns.everything(7)), folder.resolve("report-synthetic.html"));
    new ReportPage()
        .write(
            RunAnalysis.of(SyntheticRuns.of(SyntheticSuites.driver(5), 7).journal()),
            folder.resolve("driver-synthetic.html"));
    ComparePage.write(comparison(), folder.resolve("compare-synthetic.html"));
    writeIndex(folder.resolve("index-synthetic.html"));
    Path result = Files.writeString(folder.resolve("jmh-synthetic.json"), jmhResult());
    JmhPage.write(JmhFile.read(result), folder.resolve("jmh-synthetic.html"));
  }

  /** Two methods of another project's benchmark, five forks each, one of them in one fork. */
  private static String jmhResult() {
    List<String> entries = new ArrayList<>();
    for (String method : List.of("encode", "parseWithAVeryLongNameOfItsOwn")) {
      for (int size = 64; size <= 1 << 20; size *= 16) {
        List<List<Double>> forks = new ArrayList<>();
        for (int fork = 0; fork < (size == 64 ? 1 : 5); fork++) {
          double level = 1e6 / size * (1 + 0.01 * fork);
          forks.add(List.of(level, 1.01 * level, 0.99 * level));
        }
        entries.add(
            """
            {"jmhVersion": "1.37", "benchmark": "org.other.codec.CodecBenchmark.%s",
             "mode": "thrpt", "threads": 1, "jdkVersion": "17.0.9", "params": {"size": "%d"},
             "primaryMetric": {"score": 1.0, "scoreUnit": "ops/ms", "rawData": %s}}
            """
                .formatted(method, size, forks));
      }
    }
    return entries.toString();
  }

  private static RunComparison comparison() throws Exception {
    Suite suite = SyntheticSuites.everything(5);
    JournalContents baseline = SyntheticRuns.of(suite, 1).journal();
    Map<String, Double> factors = new HashMap<>();
    for (int i = 0; i < suite.scenarios().size(); i += 9) {
      factors.put(suite.scenarios().get(i).scenario().id(), i % 2 == 0 ? 1.2 : 0.85);
    }
    JournalContents candidate =
        SyntheticRuns.of(suite, 2).truth(new SyntheticTruth().factors(factors)).journal();
    return RunComparison.of(
        List.of(RunInput.of("main", baseline), RunInput.of("change", candidate)), 2, false);
  }

  private static void writeIndex(Path html) throws IOException {
    List<IndexedRun> runs = new ArrayList<>();
    for (long seed = 1; seed <= 4; seed++) {
      runs.add(
          new IndexedRun(
              "report-synthetic.html",
              IndexPageTest.run(seed, SyntheticRuns.machine("AMD EPYC 9B45"))));
    }
    IndexPage.write(runs, html);
  }
}
