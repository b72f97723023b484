package bridgebench.reports;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.suite.PlannedScenario;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** Makes the fork records of one scenario. */
final class SyntheticForks {

  private static final Map<String, double[]> STAGE_SHARES = stageShares();

  private final SyntheticTruth truth;
  private final PlannedScenario planned;
  private final Scenario scenario;
  private final Random random;
  private final double level;

  SyntheticForks(SyntheticTruth truth, PlannedScenario planned, Random random) {
    this.truth = truth;
    this.planned = planned;
    this.scenario = planned.scenario();
    this.random = random;
    this.level = truth.operationNanos(scenario) * truth.forkFactor(random);
  }

  static ForkRecord failed(Scenario scenario, int fork, int sequence, Instant startedAt) {
    FailureRecord failure =
        new FailureRecord(
            "python-exception",
            "the function raised ValueError: expected a <number>, got 'é' & more; see the"
                + " traceback",
            "Traceback (most recent call last):\n  File \"my_udf.py\", line 3, in plus_one\n"
                + "ValueError: expected a <number>, got 'é' & more\n");
    return new ForkRecord(
        scenario.id(),
        fork,
        sequence,
        startedAt,
        1_300_000_000L,
        failure,
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        null,
        Map.of(),
        Map.of(),
        Map.of());
  }

  ForkRecord finished(int fork, int sequence, Instant startedAt, String checksum) {
    return new ForkRecord(
        scenario.id(),
        fork,
        sequence,
        startedAt,
        5_000_000_000L,
        null,
        iterations(planned.timing().warmupIterations(), true),
        iterations(planned.timing().measurementIterations(), false),
        latency(),
        latencyMaxima(),
        firstTasks(),
        checksum,
        effective(),
        Map.of("python", "3.11.7", "pyarrow", "21.0.0", "pandas", "2.3.3", "numpy", "2.2.6"),
        noise());
  }

  private Map<String, Double> noise() {
    return Map.of(
        "loadBefore",
        0.3 + 0.1 * random.nextDouble(),
        "machineCpuNanos",
        10e9,
        "busyCpuNanos",
        6e9,
        "foreignCpuNanos",
        0.2e9 + 0.1e9 * random.nextDouble(),
        "stealTicks",
        (double) random.nextInt(3),
        "contextSwitches",
        900.0 + random.nextInt(200),
        "majorFaults",
        0.0,
        "gcNanos",
        0.01 * level * random.nextDouble(),
        "throttledNanos",
        0.0);
  }

  private List<IterationRecord> iterations(int count, boolean warmup) {
    List<IterationRecord> iterations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double excess = warmup ? truth.warmupFactor(i) : 1;
      double operationNanos = level * excess * truth.iterationFactor(random);
      iterations.add(iteration(Math.max(paceNanos(), operationNanos)));
    }
    return iterations;
  }

  private IterationRecord iteration(double operationNanos) {
    boolean once = scenario.path() == BridgePath.WORKER_START;
    long operations = once ? 1 : Math.max(1, Math.round(1e9 / operationNanos));
    long duration = Math.round(operations * operationNanos) * scenario.sideBySide();
    long tasks = operations * scenario.sideBySide();
    long rows = rowsOfOperation() * tasks;
    long bytes = bytesOfOperation() * tasks;
    long batchRows = scenario.word(Axis.BATCH_ROWS) == null ? 1 : scenario.batchRows();
    return new IterationRecord(
        tasks,
        duration,
        rows,
        bytes,
        bytes,
        Math.max(tasks, rows / batchRows),
        stages(duration, tasks),
        actors(duration, 1),
        actors(duration, 0.6),
        actors(duration, 0.04),
        SyntheticDriver.isOn(scenario)
            ? SyntheticDriver.memory(scenario, random)
            : Map.of(
                "python.peakResident",
                90_000_000L + random.nextInt(1_000_000),
                "python.retainedResident",
                80_000_000L + random.nextInt(1_000_000),
                "python.arrowPoolPeak",
                1_500_000L,
                "python.arrowPool",
                1_000_000L,
                "jvm.arrowPeak",
                2_500_000L));
  }

  private long rowsOfOperation() {
    return scenario.word(Axis.ROWS) == null ? 0 : scenario.rows();
  }

  private long bytesOfOperation() {
    return scenario.path() == BridgePath.TRANSPORT
        ? scenario.requireLong(Axis.MESSAGE_BYTES)
        : 8 * rowsOfOperation();
  }

  private Map<String, Long> stages(long duration, long operations) {
    Map<String, Long> nanos = new LinkedHashMap<>();
    if (scenario.path() == BridgePath.WORKER_START) {
      double[] parts = {0.02, 0.12, 0.65, 0.05, 0.06, 0.1};
      String[] names = {"spawn", "interpreter", "imports", "connect", "function", "first-batch"};
      for (int i = 0; i < parts.length; i++) {
        nanos.put(names[i], Math.round(parts[i] * duration));
      }
    } else if (scenario.path() == BridgePath.UDF && !"off".equals(scenario.word(Axis.STAGES))) {
      int slot = scenario.mode().word().equals("pickle") ? 0 : 1;
      STAGE_SHARES.forEach((key, shares) -> nanos.put(key, Math.round(shares[slot] * duration)));
    } else if (SyntheticDriver.isOn(scenario)) {
      nanos.putAll(SyntheticDriver.stages(duration, operations));
    }
    return nanos;
  }

  private static Map<String, double[]> stageShares() {
    Map<String, double[]> shares = new LinkedHashMap<>();
    shares.put("jvm-writer.encode", new double[] {0.35, 0.10});
    shares.put("jvm-writer.write", new double[] {0.60, 0.85});
    shares.put("python.read", new double[] {0.05, 0.55});
    shares.put("python.decode", new double[] {0.25, 0.05});
    shares.put("python.compute", new double[] {0.40, 0.15});
    shares.put("python.encode", new double[] {0.20, 0.05});
    shares.put("python.write", new double[] {0.08, 0.15});
    shares.put("jvm-reader.read", new double[] {0.55, 0.75});
    shares.put("jvm-reader.decode", new double[] {0.35, 0.10});
    shares.put("jvm-reader.check", new double[] {0.07, 0.10});
    return shares;
  }

  private Map<String, Long> actors(long duration, double share) {
    if (scenario.path() != BridgePath.UDF) {
      return Map.of();
    }
    Map<String, Long> nanos = new LinkedHashMap<>();
    for (String actor : List.of("jvm-writer", "python", "jvm-reader")) {
      double busy = actor.equals("python") ? Math.min(1, 1.5 * share) : share;
      nanos.put(actor, Math.round(busy * duration));
    }
    return nanos;
  }

  /** How long the batches of an operation take to become due; 0 without a rate. */
  private double paceNanos() {
    long rate = scenario.batchesPerSecond();
    return rate == 0 ? 0 : 1e9 * batchesOfOperation() / rate;
  }

  private Map<String, String> latency() {
    Map<String, String> byKind = new LinkedHashMap<>();
    for (String kind : latencyKinds()) {
      byKind.put(kind, histogram(kind.equals("response") ? Math.max(0, level - paceNanos()) : 0));
    }
    return byKind;
  }

  /**
   * @param mostQueueNanos what the last batch waits behind a rate that is too high
   */
  private String histogram(double mostQueueNanos) {
    double batches = batchesOfOperation();
    Histogram histogram = new Histogram(3);
    for (int i = 0; i < truth.latencySamples(); i++) {
      double tail = random.nextInt(200) == 0 ? 8 : 1;
      double own = tail * level / batches * Math.exp(0.25 * random.nextGaussian());
      histogram.recordValue(
          Math.round(own + mostQueueNanos * i / Math.max(1, truth.latencySamples())));
    }
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    byte[] bytes = new byte[length];
    buffer.flip();
    buffer.get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private List<String> latencyKinds() {
    if (truth.latencySamples() == 0) {
      return List.of();
    }
    return switch (scenario.path()) {
      case UDF ->
          "lockstep".equals(scenario.word(Axis.WRITER))
              ? List.of("service")
              : scenario.batchesPerSecond() > 0
                  ? List.of("residence", "response")
                  : List.of("residence");
      case TRANSPORT -> List.of("round-trip");
      default -> List.of();
    };
  }

  private double batchesOfOperation() {
    return scenario.path() == BridgePath.UDF
        ? Math.max(1, (double) scenario.rows() / scenario.batchRows())
        : 1;
  }

  private Map<String, List<Long>> latencyMaxima() {
    // Of its own, so that other draws stay the same.
    Random maxima = new Random(Math.round(level));
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < planned.timing().measurementIterations(); i++) {
      nanos.add(Math.round((8 + 8 * maxima.nextDouble()) * level / batchesOfOperation()));
    }
    return latencyKinds().stream().collect(Collectors.toMap(kind -> kind, kind -> nanos));
  }

  private List<Long> firstTasks() {
    if (scenario.path() != BridgePath.WORKER_START) {
      return List.of();
    }
    List<Long> nanos = new ArrayList<>();
    for (int task = 0; task < 10; task++) {
      nanos.add(Math.round((1e6 + 12e6 / (1 + task)) * truth.iterationFactor(random)));
    }
    return nanos;
  }

  private Map<String, String> effective() {
    Map<String, String> words = new LinkedHashMap<>();
    if (scenario.word(Axis.BATCH_ROWS) != null) {
      words.put("rowsPerFrame", scenario.require(Axis.BATCH_ROWS));
      words.put("flush", "buffer");
    }
    if ("unix".equals(scenario.word(Axis.TRANSPORT))) {
      words.put("sendBufferBytes", "212992");
    }
    return words;
  }
}
