package bridgebench.jmh.runner;

import bridgebench.scenarios.run.IterationRecord;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Iterations of random figures, some of which not every iteration has, and some of no operation.
 */
final class AwkwardIterations {
  private AwkwardIterations() {}

  static IterationRecord[] of(long seed, int count) {
    Random random = new Random(seed);
    IterationRecord[] iterations = new IterationRecord[count];
    for (int i = 0; i < count; i++) {
      Map<String, Long> sometimes = new TreeMap<>();
      sometimes.put("python", random.nextLong(1_000_000_000));
      if (i % 3 == 1) {
        sometimes.put("jvm-reader", random.nextLong(1_000));
      }
      iterations[i] =
          new IterationRecord(
              i % 5 == 4 ? 0 : 1 + random.nextInt(9),
              1 + random.nextLong(3_000_000_000L),
              random.nextInt(1_000_000),
              random.nextLong(1_000_000_000_000L),
              random.nextInt(3),
              random.nextInt(100),
              Map.of("python.decode", random.nextLong(9), "python.idle", 0L),
              sometimes,
              Map.of(),
              sometimes,
              sometimes);
    }
    return iterations;
  }
}
