package bridgebench.reports.findings;

import bridgebench.reports.statistics.LevelShifts;
import java.util.List;
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
    double[] series =
        DoubleStream.concat(DoubleStream.of(warmup), DoubleStream.of(measurement)).toArray();
    List<LevelShifts.Stretch> stretches = LevelShifts.of(series, TOLERANCE);
    // A stretch that reaches one iteration into the measurement is still the warm-up's.
    List<Double> measured =
        stretches.stream()
            .filter(stretch -> stretch.to() > warmup.length + 1)
            .map(LevelShifts.Stretch::level)
            .toList();
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
