package bridgebench.bridge.driver;

import bridgebench.bridge.python.TestPython;
import bridgebench.bridge.task.BridgeSettings;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Scenarios and settings for tests with a real Python driver. */
final class DriverScenarios {

  private DriverScenarios() {}

  /**
   * A scenario of the driver's paths.
   *
   * @param words axes by their suite names: {@code path=collect rows=10}
   */
  static Scenario of(String words) {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    for (String word : words.strip().split("\\s+")) {
      String[] parts = word.split("=", 2);
      axes.put(axis(parts[0]), parts[1]);
    }
    return new Scenario(words.strip().replace(' ', '/'), axes);
  }

  static BridgeSettings settings() {
    return settings(Path.of(System.getProperty("java.io.tmpdir")), Duration.ofSeconds(60));
  }

  static BridgeSettings settings(Path privateRoot, Duration deadline) {
    return new BridgeSettings(
        TestPython.launch(), privateRoot, deadline, BridgeSettings.MAX_FRAME_BYTES, 42, true);
  }

  private static Axis axis(String suiteName) {
    return Arrays.stream(Axis.values())
        .filter(axis -> axis.suiteName().equals(suiteName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no axis " + suiteName));
  }
}
