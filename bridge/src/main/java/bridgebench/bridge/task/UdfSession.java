package bridgebench.bridge.task;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.clock.ClockOffset;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * A scenario of the path {@code udf}, ready to run tasks: rows go to Python, are transformed, come
 * back and are checked. For one thread.
 */
public interface UdfSession extends AutoCloseable {

  /**
   * Fills the window and starts a worker. Where each task starts a worker of its own, one is
   * started and let go, so that what cannot work fails here.
   *
   * @throws BridgeException saying what was expected, what came and what to try
   */
  static UdfSession open(Scenario scenario, BridgeSettings settings) {
    return scenario.mode() == Mode.JVM
        ? JvmSession.open(scenario, settings)
        : WorkerSession.open(scenario, settings);
  }

  /**
   * Runs one task: every row sent, transformed, received, and every value checked.
   *
   * @throws BridgeException when anything fails; the session is then of no more use
   */
  TaskReport runTask();

  /**
   * Switches the recording of stages, CPU time, memory and latencies, as far as the scenario has
   * them, for the tasks that follow; it is on at first. What recording costs shows in tasks of one
   * session that differ in nothing else.
   */
  void record(boolean on);

  /** What was really in force, as read back: rows per frame, flush, socket options, pipe sizes. */
  Map<String, String> effective();

  /** Versions as the worker reports them; empty for mode {@code jvm}. */
  Map<String, String> workerVersions();

  /** How Python's clock compares with ours; empty for mode {@code jvm}. */
  Optional<ClockOffset> clock();

  /**
   * Nanoseconds of each batch since the last reset: {@code service} for lockstep, {@code residence}
   * for a writer that runs ahead, {@code response} beside it for one that sends at a rate. Empty
   * when latency is not recorded.
   */
  Map<String, Histogram> latency();

  /** Batches under way whenever one was answered; empty when latency is not recorded. */
  Optional<Histogram> batchesInFlight();

  /** Forgets latencies, at the end of warm-up. */
  void resetLatency();

  /** Ends the worker and frees the window; nothing of it is left afterwards. */
  @Override
  void close();
}
