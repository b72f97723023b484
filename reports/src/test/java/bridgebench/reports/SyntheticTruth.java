package bridgebench.reports;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import java.util.Map;
import java.util.Random;

/**
 * What is true of a synthetic run: time per operation of every scenario, and the spread of forks
 * and iterations around it.
 */
public final class SyntheticTruth {

  private static final Map<String, double[]> NANOS_PER_ROW_AND_BATCH =
      Map.of(
          "jvm", new double[] {4, 0},
          "pickle", new double[] {160, 1_500},
          "arrow-row", new double[] {310, 12_000},
          "arrow-pandas", new double[] {6, 120_000},
          "arrow", new double[] {3.4, 12_000});
  private static final Map<String, double[]> MICROS_AND_NANOS_PER_KIB =
      Map.of(
          "pipe", new double[] {3.7, 500},
          "tcp", new double[] {6.9, 140},
          "unix", new double[] {9.2, 90});

  private static final double NO_ROWS_NANOS = 2_000;

  private double forkSpread = 0.02;
  private double iterationSpread = 0.02;
  private double warmupExcess = 0.4;
  private Map<String, Double> factors = Map.of();
  private int latencySamples = 2_000;

  /** Relative standard deviation of the forks' levels. */
  public SyntheticTruth forkSpread(double relative) {
    forkSpread = relative;
    return this;
  }

  /** Relative standard deviation of iterations within a fork. */
  public SyntheticTruth iterationSpread(double relative) {
    iterationSpread = relative;
    return this;
  }

  /** How much slower the first warm-up iteration is; it halves with each. */
  public SyntheticTruth warmupExcess(double relative) {
    warmupExcess = relative;
    return this;
  }

  /** Forks record no latency: quicker to make where nobody looks at it. */
  public SyntheticTruth withoutLatency() {
    latencySamples = 0;
    return this;
  }

  int latencySamples() {
    return latencySamples;
  }

  /** Multiplies the time of scenarios by id. */
  public SyntheticTruth factors(Map<String, Double> byScenario) {
    factors = byScenario;
    return this;
  }

  double warmupFactor(int iteration) {
    return 1 + warmupExcess * Math.pow(0.5, iteration);
  }

  double forkFactor(Random random) {
    return Math.exp(forkSpread * random.nextGaussian());
  }

  double iterationFactor(Random random) {
    return Math.exp(iterationSpread * random.nextGaussian());
  }

  /** Median time of one operation. */
  public double operationNanos(Scenario scenario) {
    double factor = factors.getOrDefault(scenario.id(), 1.0);
    BridgePath path = scenario.path();
    return factor
        * switch (path) {
          case UDF, CODEC -> Math.max(NO_ROWS_NANOS, scenario.rows() * nanosPerRow(scenario));
          case WORKER_START -> startNanos(scenario);
          case TRANSPORT -> messageNanos(scenario);
          case CALL,
              COLLECT,
              TO_PANDAS,
              TO_ARROW,
              SHOW,
              COUNT,
              AGGREGATE,
              PARALLELIZE,
              CREATE_DATAFRAME,
              RANGE ->
              SyntheticDriver.operationNanos(scenario);
        };
  }

  private static double nanosPerRow(Scenario scenario) {
    double[] costs = NANOS_PER_ROW_AND_BATCH.get(scenario.mode().word());
    double transport =
        switch (String.valueOf(scenario.word(Axis.TRANSPORT))) {
          case "pipe" -> 1.1;
          case "tcp" -> 1.05;
          default -> 1.0;
        };
    return transport * (costs[0] + costs[1] / scenario.batchRows());
  }

  private static double startNanos(Scenario scenario) {
    return switch (scenario.require(Axis.START)) {
      case "cold" -> 180e6;
      case "daemon" -> 9e6;
      default -> 0.4e6;
    };
  }

  private static double messageNanos(Scenario scenario) {
    double[] costs = MICROS_AND_NANOS_PER_KIB.get(scenario.transport().word());
    return 1_000 * costs[0] + costs[1] * scenario.requireLong(Axis.MESSAGE_BYTES) / 1_024;
  }
}
