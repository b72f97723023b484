package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Quantity;
import java.util.List;
import java.util.function.LongConsumer;
import org.yaml.snakeyaml.nodes.Node;

/** Reads forks, iterations, times and threshold. */
final class TimingParser {

  static final String FORKS = "forks";
  static final String WARMUP_ITERATIONS = "warmupIterations";
  static final String WARMUP_TIME = "warmupTime";
  static final String MEASUREMENT_ITERATIONS = "measurementIterations";
  static final String MEASUREMENT_TIME = "measurementTime";
  static final String THRESHOLD = "threshold";

  static final List<String> KEYS =
      List.of(
          FORKS,
          WARMUP_ITERATIONS,
          WARMUP_TIME,
          MEASUREMENT_ITERATIONS,
          MEASUREMENT_TIME,
          THRESHOLD);

  private final Problems problems;

  TimingParser(Problems problems) {
    this.problems = problems;
  }

  /** The timing among a map's keys; what it does not say is taken from {@code inherited}. */
  Timing timing(YamlMap map, Timing inherited) {
    long[] forks = {inherited.forks()};
    long[] warmupIterations = {inherited.warmupIterations()};
    long[] warmupNanos = {inherited.warmupNanos()};
    long[] measurementIterations = {inherited.measurementIterations()};
    long[] measurementNanos = {inherited.measurementNanos()};
    count(map, FORKS, 1, Timing.MAX_FORKS, value -> forks[0] = value);
    count(map, WARMUP_ITERATIONS, 0, Timing.MAX_ITERATIONS, v -> warmupIterations[0] = v);
    count(map, MEASUREMENT_ITERATIONS, 1, Timing.MAX_ITERATIONS, v -> measurementIterations[0] = v);
    time(map, WARMUP_TIME, value -> warmupNanos[0] = value);
    time(map, MEASUREMENT_TIME, value -> measurementNanos[0] = value);
    return new Timing(
        (int) forks[0],
        (int) warmupIterations[0],
        warmupNanos[0],
        (int) measurementIterations[0],
        measurementNanos[0],
        threshold(map, inherited.thresholdPercent()));
  }

  private void count(YamlMap map, String key, long least, long most, LongConsumer value) {
    Node node = map.value(key);
    if (node == null) {
      return;
    }
    String expected = key + " takes a whole number from " + least + " to " + most;
    String text = YamlMap.text(node, expected, problems);
    if (text == null) {
      return;
    }
    try {
      long count = Quantity.parseCount(text);
      if (count >= least && count <= most) {
        value.accept(count);
        return;
      }
    } catch (IllegalArgumentException e) {
      // Reported below in the words of this key.
    }
    problems.at(node, expected + "; got " + YamlMap.describe(node));
  }

  private void time(YamlMap map, String key, LongConsumer nanos) {
    Node node = map.value(key);
    if (node == null) {
      return;
    }
    String expected = key + " takes a duration from 1ms to 60min, such as 300ms or 2s";
    String text = YamlMap.text(node, expected, problems);
    if (text == null) {
      return;
    }
    try {
      long parsed = Quantity.parseNanos(text);
      if (parsed >= Timing.MIN_ITERATION_NANOS && parsed <= Timing.MAX_ITERATION_NANOS) {
        nanos.accept(parsed);
        return;
      }
    } catch (IllegalArgumentException e) {
      // Reported below in the words of this key.
    }
    problems.at(node, expected + "; got " + YamlMap.describe(node));
  }

  private double threshold(YamlMap map, double inherited) {
    Node node = map.value(THRESHOLD);
    if (node == null) {
      return inherited;
    }
    String expected = "threshold takes a percentage from 0 to 100, such as 2%";
    String text = YamlMap.text(node, expected, problems);
    if (text == null) {
      return inherited;
    }
    if (text.matches("[0-9]{1,3}(\\.[0-9]{1,6})? ?%?")) {
      double percent = Double.parseDouble(text.replace("%", "").strip());
      if (percent <= 100) {
        return percent;
      }
    }
    problems.at(node, expected + "; got " + YamlMap.describe(node));
    return inherited;
  }
}
