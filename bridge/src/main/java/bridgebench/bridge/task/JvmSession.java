package bridgebench.bridge.task;

import bridgebench.bridge.clock.ClockOffset;
import bridgebench.bridge.function.JvmTask;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.Scenario;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Mode {@code jvm}: nothing crosses, the Java twin does the work. */
final class JvmSession implements UdfSession {

  private final long rows;
  private final int windowRows;
  private final JvmTask task;

  private JvmSession(long rows, int windowRows, JvmTask task) {
    this.rows = rows;
    this.windowRows = windowRows;
    this.task = task;
  }

  static JvmSession open(Scenario scenario, BridgeSettings settings) {
    RowWindow window = Codecs.window(scenario, settings.seed());
    return new JvmSession(scenario.rows(), window.rows(), new JvmTask(scenario, window));
  }

  @Override
  public TaskReport runTask() {
    long begin = System.nanoTime();
    long batches = task.run(rows);
    long nanos = System.nanoTime() - begin;
    Map<String, Long> none = Map.of();
    return new TaskReport(rows, batches, 0, 0, nanos, none, none, none, none, none, 0);
  }

  @Override
  public void record(boolean on) {
    // A task of this mode has its duration and nothing else.
  }

  @Override
  public Map<String, String> effective() {
    return Map.of("windowRows", Integer.toString(windowRows));
  }

  @Override
  public Map<String, String> workerVersions() {
    return Map.of();
  }

  @Override
  public Optional<ClockOffset> clock() {
    return Optional.empty();
  }

  @Override
  public Map<String, Histogram> latency() {
    return Map.of();
  }

  @Override
  public Optional<Histogram> batchesInFlight() {
    return Optional.empty();
  }

  @Override
  public void resetLatency() {
    // No batch crosses, so none has a latency.
  }

  @Override
  public void close() {
    // The window is the garbage collector's.
  }
}
