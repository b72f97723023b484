package bridgebench.reports.findings;

import bridgebench.reports.statistics.LevelShifts;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Says how a fork's level went over warm-up and measurement. */
final class WarmupClassifier {

  /** A change of level below this does not count. */
  private static final double TOLERANCE = 0.02;

  private static final int LEAST_MEASURED = 3;

  private WarmupClassifier() {}

  static WarmupClass classify(double[] warmup, double[] measurement) {
    if (measurement.length < LEAST_MEASURED) {
      return WarmupClass.UNKNOWN;
    }
    List<LevelShifts.Stretch> stretches = stretches(warmup, measurement);
    List<Double> measured = measuredLevels(warmup, measurement);
    if (measured.size() > 1) {
      return unsteady(measured);
    }
    if (stretches.size() == 1) {
      return WarmupClass.FLAT;
    }
    return stretches.get(0).level() > measured.get(0)
        ? WarmupClass.WARMED_UP
        : WarmupClass.SLOWED_DOWN;
  }

  /**
   * By what share the highest level of a fork's measured iterations is above the lowest: 0 when
   * they are at one level, empty when there are too few to say.
   */
  static OptionalDouble changeWhileMeasured(ForkRecord fork) {
    double[] measurement = operationNanos(fork.measurement());
    if (measurement.length < LEAST_MEASURED) {
      return OptionalDouble.empty();
    }
    double[] levels =
        measuredLevels(operationNanos(fork.warmup()), measurement).stream()
            .mapToDouble(Double::doubleValue)
            .toArray();
    double lowest = DoubleStream.of(levels).min().orElseThrow();
    return OptionalDouble.of(DoubleStream.of(levels).max().orElseThrow() / lowest - 1);
  }

  private static double[] operationNanos(List<IterationRecord> iterations) {
    return iterations.stream().mapToDouble(ForkSamples::operationNanos).toArray();
  }

  private static List<LevelShifts.Stretch> stretches(double[] warmup, double[] measurement) {
    return LevelShifts.of(
        DoubleStream.concat(DoubleStream.of(warmup), DoubleStream.of(measurement)).toArray(),
        TOLERANCE);
  }

  // A stretch that reaches one iteration into the measurement is still the warm-up's.
  private static List<Double> measuredLevels(double[] warmup, double[] measurement) {
    return stretches(warmup, measurement).stream()
        .filter(stretch -> stretch.to() > warmup.length + 1)
        .map(LevelShifts.Stretch::level)
        .toList();
  }

  private static WarmupClass unsteady(List<Double> levels) {
    boolean falling = true;
    boolean rising = true;
    for (int i = 1; i < levels.size(); i++) {
      falling &= levels.get(i) < levels.get(i - 1);
      rising &= levels.get(i) > levels.get(i - 1);
    }
    if (falling) {
      return WarmupClass.WARMING;
    }
    return rising ? WarmupClass.SLOWING : WarmupClass.NO_STEADY_STATE;
  }
}
