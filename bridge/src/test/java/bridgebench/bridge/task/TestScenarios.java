package bridgebench.bridge.task;

import bridgebench.bridge.python.TestPython;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scenarios and settings for tests with real workers. */
final class TestScenarios {

  private TestScenarios() {}

  /**
   * A udf scenario with small defaults, changed by pairs of axis and word; {@code -} takes one
   * away.
   */
  static Scenario udf(Object... changes) {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    axes.put(Axis.PATH, "udf");
    axes.put(Axis.ENGINE, "embedded");
    axes.put(Axis.MODE, "arrow");
    axes.put(Axis.TRANSPORT, "unix");
    axes.put(Axis.SHAPE, "double");
    axes.put(Axis.ROWS, "2500");
    axes.put(Axis.BATCH_ROWS, "1000");
    axes.put(Axis.FUNCTION, "plus-one");
    axes.put(Axis.START, "reuse");
    axes.put(Axis.WRITER, "thread");
    axes.put(Axis.FLUSH, "buffer");
    axes.put(Axis.SOURCE, "columns");
    axes.put(Axis.WORKERS, "1");
    axes.put(Axis.STAGES, "on");
    return changed(axes, changes);
  }

  /** A transport scenario, changed by pairs of axis and word. */
  static Scenario messages(Object... changes) {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    axes.put(Axis.PATH, "transport");
    axes.put(Axis.TRANSPORT, "unix");
    axes.put(Axis.MESSAGE_BYTES, "8");
    axes.put(Axis.EXCHANGE, "round-trip");
    return changed(axes, changes);
  }

  /** A worker-start scenario with three first tasks of ten rows. */
  static Scenario starts(String start, String transport, @Nullable String pipe) {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    axes.put(Axis.PATH, "worker-start");
    axes.put(Axis.MODE, "arrow");
    axes.put(Axis.TRANSPORT, transport);
    axes.put(Axis.SHAPE, "double");
    axes.put(Axis.ROWS, "10");
    axes.put(Axis.BATCH_ROWS, "10");
    axes.put(Axis.FUNCTION, "plus-one");
    axes.put(Axis.START, start);
    axes.put(Axis.FIRST_TASKS, "3");
    return pipe == null ? changed(axes) : changed(axes, Axis.PIPE, pipe);
  }

  static BridgeSettings settings() {
    return settings(Duration.ofSeconds(20));
  }

  static BridgeSettings settings(Duration deadline) {
    return settings(deadline, Path.of(System.getProperty("java.io.tmpdir")));
  }

  static BridgeSettings settings(Duration deadline, Path privateRoot) {
    return new BridgeSettings(
        TestPython.launch(), privateRoot, deadline, BridgeSettings.MAX_FRAME_BYTES, 42, true);
  }

  private static Scenario changed(Map<Axis, String> axes, Object... changes) {
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1].equals("-")) {
        axes.remove(changes[i]);
      } else {
        axes.put((Axis) changes[i], changes[i + 1].toString());
      }
    }
    return new Scenario("test/" + String.join("/", axes.values()), axes);
  }
}
