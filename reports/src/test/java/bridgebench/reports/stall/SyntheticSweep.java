package bridgebench.reports.stall;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Sweeps with a known truth: time per operation by size, and how forks and iterations vary. */
final class SyntheticSweep {

  private static final int ITERATIONS = 4;

  private SyntheticSweep() {}

  /** What a time by size is made of, in nanoseconds, none of which is a step. */
  enum Smooth {
    FIXED_COST,
    FIXED_COST_AND_COST_PER_UNIT,
    COST_PER_UNIT_THAT_DOUBLES,
    LESS_PER_UNIT_THE_MORE_THERE_ARE,
    ROOT_OF_THE_SIZE;

    DoubleUnaryOperator truth(Random random) {
      double fixed = Math.exp(Math.log(5e3) + random.nextDouble() * Math.log(1e4));
      double perUnit = Math.exp(Math.log(0.01) + random.nextDouble() * Math.log(1e4));
      double edge = Math.exp(Math.log(1e2) + random.nextDouble() * Math.log(1e5));
      return switch (this) {
        case FIXED_COST -> size -> fixed;
        case FIXED_COST_AND_COST_PER_UNIT -> size -> fixed + perUnit * size;
        case COST_PER_UNIT_THAT_DOUBLES ->
            size -> fixed + perUnit * (size + Math.max(0, size - edge));
        case LESS_PER_UNIT_THE_MORE_THERE_ARE -> size -> fixed + perUnit * Math.pow(size, 0.8);
        case ROOT_OF_THE_SIZE -> size -> perUnit * Math.sqrt(size);
      };
    }
  }

  /** Rising sizes as suites have them: 4 to 8 of them, each 2 to 100 times the one before. */
  static double[] sizes(Random random) {
    double[] sizes = new double[4 + random.nextInt(5)];
    double size = 1 << random.nextInt(8);
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = size;
      size = Math.rint(size * (2 + random.nextDouble() * random.nextDouble() * 98));
    }
    return sizes;
  }

  /**
   * What forks would measure: each has a level of its own, one in seven is 30 % slower, and one
   * iteration in ten takes half as long again.
   *
   * @param spread relative standard deviation of forks and of iterations
   */
  static List<SweepPoint> measured(
      double[] sizes, DoubleUnaryOperator truth, int forks, double spread, Random random) {
    List<SweepPoint> points = new ArrayList<>();
    for (double size : sizes) {
      double[][] nanos = new double[forks][ITERATIONS];
      for (double[] fork : nanos) {
        double level = random.nextInt(7) == 0 ? 1.3 : 1;
        level *= Math.exp(spread * random.nextGaussian());
        for (int i = 0; i < fork.length; i++) {
          double slow = random.nextInt(10) == 0 ? 1.5 : 1;
          fork[i] =
              truth.applyAsDouble(size) * level * slow * Math.exp(spread * random.nextGaussian());
        }
      }
      points.add(SweepPoint.of(size, nanos));
    }
    return points;
  }
}
