package bridgebench.reports.statistics;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Ways in which forks and iterations vary, each with a truth that is known or computed. */
enum SyntheticSamples {
  SYMMETRIC(
      "symmetric", false, random -> 0, random -> 0.05 * random.nextGaussian(), Combination.ADDED),
  SYMMETRIC_FORKS(
      "symmetric, fork effects",
      false,
      random -> 0.05 * random.nextGaussian(),
      random -> 0.05 * random.nextGaussian(),
      Combination.ADDED),
  LOGNORMAL(
      "log-normal",
      true,
      random -> 1,
      random -> Math.exp(0.4 * random.nextGaussian()),
      Combination.MULTIPLIED),
  LOGNORMAL_FORKS(
      "log-normal, fork effects",
      true,
      random -> Math.exp(0.4 * random.nextGaussian()),
      random -> Math.exp(0.4 * random.nextGaussian()),
      Combination.MULTIPLIED),
  EXPONENTIAL(
      "exponential", true, random -> 0, random -> 0.05 * exponential(random), Combination.ADDED),
  EXPONENTIAL_FORKS(
      "exponential, fork effects",
      true,
      random -> 0.05 * exponential(random),
      random -> 0.05 * exponential(random),
      Combination.ADDED),
  SLOW_FORKS(
      "1 fork in 7 is 30 % slower, 1 iteration in 10 takes half as long again",
      true,
      random -> (random.nextDouble() < 1 / 7.0 ? 1.3 : 1) * (1 + 0.02 * random.nextGaussian()),
      random -> (random.nextDouble() < 0.1 ? 1.5 : 1) * (1 + 0.02 * random.nextGaussian()),
      Combination.MULTIPLIED);

  static final int ITERATIONS = 5;

  private static final int FORKS_OF_THE_TRUTH = 200_000;

  private final String words;
  private final boolean skewed;
  private final ToDoubleFunction<Random> forkEffect;
  private final ToDoubleFunction<Random> iterationEffect;
  private final Combination combination;

  SyntheticSamples(
      String words,
      boolean skewed,
      ToDoubleFunction<Random> forkEffect,
      ToDoubleFunction<Random> iterationEffect,
      Combination combination) {
    this.words = words;
    this.skewed = skewed;
    this.forkEffect = forkEffect;
    this.iterationEffect = iterationEffect;
    this.combination = combination;
  }

  private enum Combination {
    ADDED {
      @Override
      double of(double fork, double iteration) {
        return 1 + fork + iteration;
      }
    },
    MULTIPLIED {
      @Override
      double of(double fork, double iteration) {
        return fork * iteration;
      }
    };

    abstract double of(double fork, double iteration);
  }

  private static double exponential(Random random) {
    return -Math.log1p(-random.nextDouble());
  }

  String words() {
    return words;
  }

  boolean skewed() {
    return skewed;
  }

  /** Iterations of each of so many forks. */
  double[][] draw(int forks, Random random) {
    double[][] drawn = new double[forks][ITERATIONS];
    for (double[] iterations : drawn) {
      double fork = forkEffect.applyAsDouble(random);
      for (int i = 0; i < ITERATIONS; i++) {
        iterations[i] = combination.of(fork, iterationEffect.applyAsDouble(random));
      }
    }
    return drawn;
  }

  /** What half of all forks lie below: the median of the forks' medians. */
  double medianFork() {
    if (combination == Combination.ADDED && !skewed) {
      return 1;
    }
    return SampleMedian.of(SampleMedian.ofEach(draw(FORKS_OF_THE_TRUTH, new Random(1))));
  }

  /** What half of all iterations of all forks lie below. */
  double medianIteration() {
    if (combination == Combination.ADDED && !skewed) {
      return 1;
    }
    return SampleMedian.of(
        Arrays.stream(draw(FORKS_OF_THE_TRUTH, new Random(2)))
            .flatMapToDouble(Arrays::stream)
            .toArray());
  }
}
