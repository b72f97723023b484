package bridgebench.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.model.BridgePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarkNamesTest {

  private static Optional<BenchmarkListEntry> benchmark(BridgePath path) {
    Set<BenchmarkListEntry> all =
        BenchmarkList.defaultList()
            .getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                List.of());
    return all.stream()
        .filter(entry -> entry.getUsername().equals(BenchmarkNames.method(path)))
        .findFirst();
  }

  @ParameterizedTest
  @EnumSource
  void everyAxisOfAPathIsAParameterOfItsBenchmark(BridgePath path) {
    Map<String, String[]> params = benchmark(path).orElseThrow().getParams().get();
    Set<String> axes = BenchmarkNames.params(TestSuites.scenario("any", path, Map.of())).keySet();

    assertThat(params.keySet()).containsExactlyInAnyOrderElementsOf(axes);
  }

  @ParameterizedTest
  @EnumSource
  void figuresOfAnOwnClockHaveAnotherNameThanJmhsOwnScore(BridgePath path) {
    boolean sameClock =
        path == BridgePath.UDF || path == BridgePath.TRANSPORT || path == BridgePath.CODEC;

    assertThat(BenchmarkNames.ofResults(path).equals(BenchmarkNames.method(path)))
        .isEqualTo(sameClock);
  }

  @ParameterizedTest
  @EnumSource
  void benchmarksAreMeasuredInTheModeThatTheyDeclare(BridgePath path) {
    assertThat(benchmark(path).orElseThrow().getMode()).isEqualTo(BenchmarkNames.mode(path));
  }
}
