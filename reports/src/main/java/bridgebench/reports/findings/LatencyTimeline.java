package bridgebench.reports.findings;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import java.util.ArrayList;
import java.util.List;

/** Puts the greatest latencies of an arm's iterations one after another. */
final class LatencyTimeline {

  private LatencyTimeline() {}

  /**
   * The maxima of one kind, fork by fork; empty where the journal does not have them.
   *
   * @param forks finished forks, by number
   * @param workers JMH threads, over which an iteration's duration is summed
   */
  static List<IntervalMaximum> of(List<ForkRecord> forks, String kind, int workers) {
    List<IntervalMaximum> maxima = new ArrayList<>();
    double endNanos = 0;
    for (ForkRecord fork : forks) {
      List<Long> nanos = fork.latencyMaximaNanos().getOrDefault(kind, List.of());
      for (int i = 0; i < fork.measurement().size(); i++) {
        IterationRecord iteration = fork.measurement().get(i);
        endNanos += (double) iteration.durationNanos() / workers;
        if (i < nanos.size() && nanos.get(i) > 0) {
          maxima.add(new IntervalMaximum(fork.fork(), endNanos, nanos.get(i)));
        }
      }
    }
    return maxima;
  }
}
