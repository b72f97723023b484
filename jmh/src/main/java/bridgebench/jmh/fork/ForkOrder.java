package bridgebench.jmh.fork;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.task.BridgeSettings;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the host tells a fork, as a JSON file whose path is the system property {@value #PROPERTY}.
 *
 * @param hostPid the process that wrote it; a fork ends when that process does
 * @param scenarioId the scenario to measure, or null when JMH's parameters alone say it
 * @param axes the scenario's axes by suite name; empty without a scenario
 * @param interpreter the Python interpreter
 * @param pythonPath the folder that holds the Python package
 * @param privateFolder where sockets and named pipes are made; the host removes it
 * @param samples the file that the fork appends its samples to, or null when nobody reads them
 * @param deadlineMillis how long nothing may move before a task fails
 * @param maxFrameBytes the longest frame accepted
 * @param seed of the generated rows
 * @param recordLatency whether the latency of each batch is recorded
 */
public record ForkOrder(
    long hostPid,
    @Nullable String scenarioId,
    Map<String, String> axes,
    String interpreter,
    String pythonPath,
    String privateFolder,
    @Nullable String samples,
    long deadlineMillis,
    long maxFrameBytes,
    long seed,
    boolean recordLatency) {

  /** System property with the path of the order's file. */
  public static final String PROPERTY = "bridgebench.fork";

  private static final ObjectMapper JSON = new ObjectMapper();

  public ForkOrder {
    axes = Map.copyOf(axes);
  }

  /** An order for {@code scenario}, or for whatever JMH's parameters say when it is null. */
  public static ForkOrder of(
      @Nullable Scenario scenario, BridgeSettings settings, @Nullable Path samples) {
    return new ForkOrder(
        ProcessHandle.current().pid(),
        scenario == null ? null : scenario.id(),
        scenario == null ? Map.of() : axesByName(scenario),
        settings.python().interpreter().toString(),
        settings.python().pythonPath().toString(),
        settings.privateFolderRoot().toString(),
        samples == null ? null : samples.toString(),
        settings.deadline().toMillis(),
        settings.maxFrameBytes(),
        settings.seed(),
        settings.recordLatency());
  }

  /** The order this JVM was started with; empty when it was not started by the program. */
  public static Optional<ForkOrder> ofThisJvm() {
    String file = System.getProperty(PROPERTY);
    return file == null ? Optional.empty() : Optional.of(read(Path.of(file)));
  }

  static ForkOrder read(Path file) {
    try {
      return JSON.readValue(file.toFile(), ForkOrder.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the order of this fork, " + file, e);
    }
  }

  /** Writes the order for a fork to read. */
  public void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  /** The scenario to measure; empty when JMH's parameters say it. */
  public Optional<Scenario> scenario() {
    if (scenarioId == null) {
      return Optional.empty();
    }
    Map<Axis, String> words = new EnumMap<>(Axis.class);
    for (Axis axis : Axis.values()) {
      String word = axes.get(axis.suiteName());
      if (word != null) {
        words.put(axis, word);
      }
    }
    return Optional.of(new Scenario(scenarioId, words));
  }

  /** What sessions in this fork are opened with. */
  public BridgeSettings settings() {
    return new BridgeSettings(
        new PythonLaunch(Path.of(interpreter), Path.of(pythonPath)),
        Path.of(privateFolder),
        Duration.ofMillis(deadlineMillis),
        maxFrameBytes,
        seed,
        recordLatency);
  }

  private static Map<String, String> axesByName(Scenario scenario) {
    Map<String, String> byName = new LinkedHashMap<>();
    scenario.axes().forEach((axis, word) -> byName.put(axis.suiteName(), word));
    return byName;
  }
}
