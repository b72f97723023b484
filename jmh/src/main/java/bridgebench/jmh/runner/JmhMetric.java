package bridgebench.jmh.runner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.results.AggregationPolicy;

/** The samples of one metric of one scenario, as JMH pools and prints them. */
final class JmhMetric {
  private final String unit;
  private final AggregationPolicy policy;
  private final List<List<Double>> printed;
  private final List<Double> pooled = new ArrayList<>();

  /**
   * A metric without samples.
   *
   * @param forks how many forks the scenario has
   */
  JmhMetric(String unit, AggregationPolicy policy, int forks) {
    this.unit = unit;
    this.policy = policy;
    this.printed = new ArrayList<>();
    for (int fork = 0; fork < forks; fork++) {
      printed.add(new ArrayList<>());
    }
  }

  /** Adds what an iteration has; to be called in the order of forks and iterations. */
  void addOfIteration(int fork, double score) {
    printed.get(fork).add(score);
    pooled.add(score);
  }

  /** Adds what a fork has once: JMH pools it and prints no raw data of it. */
  void addOfFork(double score) {
    pooled.add(score);
  }

  /** Pools zeros for the iterations that did not have the metric, as JMH does. */
  void fillUpTo(int iterations) {
    pooled.addAll(Collections.nCopies(Math.max(0, iterations - pooled.size()), 0.0));
  }

  String unit() {
    return unit;
  }

  /** What iterations had, by fork. */
  List<List<Double>> rawData() {
    return printed;
  }

  JmhScore score() {
    double[] samples = new double[pooled.size()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = pooled.get(i);
    }
    return new JmhScore(samples, policy);
  }
}
