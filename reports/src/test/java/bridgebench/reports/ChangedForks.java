package bridgebench.reports;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import java.util.List;
import java.util.Map;

/** Forks that differ from others in one thing. */
public final class ChangedForks {

  private ChangedForks() {}

  public static ForkRecord withMeasurement(ForkRecord fork, List<IterationRecord> measurement) {
    return changed(fork, measurement, fork.latencyHistograms(), fork.noise());
  }

  public static ForkRecord withLatency(ForkRecord fork, Map<String, String> histograms) {
    return changed(fork, fork.measurement(), histograms, fork.noise());
  }

  public static ForkRecord withNoise(ForkRecord fork, Map<String, Double> noise) {
    return changed(fork, fork.measurement(), fork.latencyHistograms(), noise);
  }

  private static ForkRecord changed(
      ForkRecord fork,
      List<IterationRecord> measurement,
      Map<String, String> histograms,
      Map<String, Double> noise) {
    return new ForkRecord(
        fork.scenarioId(),
        fork.fork(),
        fork.sequence(),
        fork.startedAt(),
        fork.elapsedNanos(),
        fork.failure(),
        fork.warmup(),
        measurement,
        histograms,
        fork.latencyMaximaNanos(),
        fork.firstTaskNanos(),
        fork.resultChecksum(),
        fork.effective(),
        fork.workerVersions(),
        noise);
  }
}
