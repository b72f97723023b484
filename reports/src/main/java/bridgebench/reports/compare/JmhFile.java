package bridgebench.reports.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JMH result file of any project.
 *
 * @param run what it is
 * @param benchmarks in the file's order, each once
 */
public record JmhFile(ComparedRun run, List<JmhBenchmark> benchmarks) {

  public JmhFile {
    benchmarks = List.copyOf(benchmarks);
  }

  /**
   * Reads the JSON that JMH writes ({@code -rf json}).
   *
   * @throws IOException naming the file and what was expected of it
   */
  public static JmhFile read(Path file) throws IOException {
    return new JmhResultInput(file).read();
  }

  /** The file as a side of a comparison. */
  ComparisonInput input() {
    Map<String, Samples> scenarios = new LinkedHashMap<>();
    benchmarks.forEach(benchmark -> scenarios.put(benchmark.id(), benchmark.samples()));
    return new ComparisonInput(run, scenarios);
  }
}
