package bridgebench.jmh.runner;

import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.ForkRecord;
import java.time.Duration;

/** Told how a run goes on, on the thread that runs it. */
public interface RunListener {

  /**
   * A fork starts.
   *
   * @param index 0-based place in the run's order
   * @param total forks in the run, done ones included
   * @param remaining estimate of the time until the run ends
   */
  void forkStarted(Scenario scenario, int index, int total, Duration remaining);

  /** A fork is in the journal; it may have failed. */
  void forkFinished(ForkRecord fork, int index, int total);

  /** Something that the user should know, as one or more sentences. */
  void message(String text);
}
