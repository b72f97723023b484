package bridgebench.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

class FilledIterationTest {
  private static final AtomicInteger AGGREGATIONS = new AtomicInteger();

  @Test
  void secondaryResultsAreAggregatedOnceHoweverOftenTheyAreAskedFor() {
    List<Result<?>> results =
        List.of(
            new ThroughputResult(ResultRole.PRIMARY, "task", 1, 1, TimeUnit.SECONDS),
            new Counted());
    FilledIteration iteration = new FilledIteration(params(), 1, results);
    int before = AGGREGATIONS.get();

    for (int asked = 0; asked < 5; asked++) {
      assertThat(iteration.getSecondaryResults().get("counted").getScore()).isEqualTo(7);
    }

    assertThat(AGGREGATIONS.get()).isEqualTo(before);
  }

  private static BenchmarkParams params() {
    return new BenchmarkParams(
        "a.Benchmark.task",
        "",
        true,
        1,
        new int[] {1},
        List.of(),
        1,
        0,
        new IterationParams(IterationType.WARMUP, 1, TimeValue.NONE, 1),
        new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.NONE, 1),
        Mode.Throughput,
        new WorkloadParams(),
        TimeUnit.SECONDS,
        1,
        "java",
        List.of(),
        "17",
        "vm",
        "17",
        "1.37",
        TimeValue.NONE);
  }

  private static final class Counted extends ScalarResult {
    private static final long serialVersionUID = 1L;

    Counted() {
      super("counted", 7, "bytes", AggregationPolicy.MAX);
    }

    @Override
    protected Aggregator<ScalarResult> getThreadAggregator() {
      AGGREGATIONS.incrementAndGet();
      return super.getThreadAggregator();
    }
  }
}
