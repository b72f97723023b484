package bridgebench.reports;

import static bridgebench.scenarios.model.Axis.BATCH_ROWS;
import static bridgebench.scenarios.model.Axis.CALL;
import static bridgebench.scenarios.model.Axis.DIRECTION;
import static bridgebench.scenarios.model.Axis.ENGINE;
import static bridgebench.scenarios.model.Axis.EXCHANGE;
import static bridgebench.scenarios.model.Axis.FIRST_TASKS;
import static bridgebench.scenarios.model.Axis.FUNCTION;
import static bridgebench.scenarios.model.Axis.MESSAGE_BYTES;
import static bridgebench.scenarios.model.Axis.MODE;
import static bridgebench.scenarios.model.Axis.PATH;
import static bridgebench.scenarios.model.Axis.PLACE;
import static bridgebench.scenarios.model.Axis.ROWS;
import static bridgebench.scenarios.model.Axis.SHAPE;
import static bridgebench.scenarios.model.Axis.START;
import static bridgebench.scenarios.model.Axis.THREADS;
import static bridgebench.scenarios.model.Axis.TRANSPORT;
import static bridgebench.scenarios.model.Axis.WORKERS;
import static bridgebench.scenarios.model.Axis.WRITER;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Comparison;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.Timing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Suites as the reader of suite files would resolve them. */
public final class SyntheticSuites {

  private SyntheticSuites() {}

  /** One question of every kind. */
  public static Suite everything(int forks) {
    Timing timing = timing(forks);
    return suite(
        "quick",
        "quick: not for publication",
        modes(timing),
        batchSizes(timing),
        rowCounts(timing),
        workerStarts(timing),
        messages(timing),
        codecs(timing));
  }

  /** Modes over transports and a batch-size sweep with at least so many scenarios in all. */
  public static Suite large(int scenarios, int forks) {
    List<String> sizes = new ArrayList<>();
    for (int i = 0; i < (scenarios + 14) / 15; i++) {
      sizes.add(Long.toString(Math.round(100 * Math.pow(1_000, i / (scenarios / 15.0)))));
    }
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(MODE, List.of("pickle", "arrow-row", "arrow-pandas", "arrow"));
    axes.put(TRANSPORT, List.of("pipe", "tcp", "unix"));
    axes.put(BATCH_ROWS, sizes);
    Map<Axis, List<String>> baseline = new LinkedHashMap<>();
    baseline.put(SHAPE, List.of("double", "long", "narrow"));
    baseline.put(BATCH_ROWS, sizes);
    return suite(
        "large",
        null,
        question(
            "sweep", "Which batch size is enough?", udf(), axes, MODE, "pickle", timing(forks)),
        question(
            "jvm", "What does the JVM alone reach?", jvm(), baseline, null, null, timing(forks)));
  }

  /** Questions of the driver's side: calls by size, frames by rows, and work left in the JVM. */
  public static Suite driver(int forks) {
    return suite(
        "driver", null, calls(timing(forks)), frames(timing(forks)), places(timing(forks)));
  }

  private static Question calls(Timing timing) {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(CALL, List.of("bytes-in", "bytes-out"));
    axes.put(MESSAGE_BYTES, List.of("1", "64", "1024", "4096", "8192", "65536", "1048576"));
    return question(
        "calls",
        "What does a call cost?",
        Map.of(PATH, "call", THREADS, "1"),
        axes,
        null,
        null,
        timing);
  }

  private static Question frames(Timing timing) {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(MODE, List.of("pickle", "arrow"));
    axes.put(ROWS, List.of("100", "1000", "10000", "100000", "1000000"));
    Map<Axis, String> fixed = new EnumMap<>(Axis.class);
    fixed.put(PATH, "to-pandas");
    fixed.put(TRANSPORT, "tcp");
    fixed.put(SHAPE, "three-columns");
    return question(
        "to-pandas", "From how many rows does Arrow win?", fixed, axes, MODE, "pickle", timing);
  }

  private static Question places(Timing timing) {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(PLACE, List.of("jvm", "python"));
    axes.put(ROWS, List.of("10000", "100000", "1000000"));
    Map<Axis, String> fixed = new EnumMap<>(Axis.class);
    fixed.put(PATH, "count");
    fixed.put(SHAPE, "three-columns");
    return question(
        "stay", "What does staying in the JVM save?", fixed, axes, PLACE, "python", timing);
  }

  public static Suite suite(String name, String note, Question... questions) {
    return new Suite(name, "What would Arrow gain my UDF?", note, List.of(), List.of(questions));
  }

  public static Timing timing(int forks) {
    return new Timing(forks, 5, 1_000_000_000L, 5, 1_000_000_000L, 2);
  }

  public static Question modes(Timing timing) {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(MODE, List.of("pickle", "arrow-row", "arrow-pandas", "arrow"));
    axes.put(TRANSPORT, List.of("pipe", "tcp", "unix"));
    return question(
        "modes",
        "How much faster is Arrow than pickled rows?",
        udf(),
        axes,
        MODE,
        "pickle",
        timing);
  }

  public static Question batchSizes(Timing timing) {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(MODE, List.of("pickle", "arrow-pandas", "arrow"));
    axes.put(BATCH_ROWS, List.of("100", "300", "1000", "3000", "10000", "100000"));
    return question(
        "batch-size", "Which batch size is enough?", udf(), axes, MODE, "pickle", timing);
  }

  public static Question rowCounts(Timing timing) {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(MODE, List.of("pickle", "arrow"));
    axes.put(ROWS, List.of("1000", "10000", "100000", "1000000", "10000000"));
    return question("rows", "Does the cost per row stay flat?", udf(), axes, null, null, timing);
  }

  /** Modes at rates: batches of 1,000 rows, 50 a task; {@code "0"} is no rate. */
  public static Question rates(List<String> modes, List<String> batchesPerSecond) {
    Map<Axis, List<String>> axes = new EnumMap<>(Axis.class);
    axes.put(Axis.MODE, modes);
    axes.put(Axis.BATCHES_PER_SECOND, batchesPerSecond);
    Map<Axis, String> fixed =
        Map.of(
            Axis.PATH, "udf",
            Axis.TRANSPORT, "unix",
            Axis.SHAPE, "double",
            Axis.FUNCTION, "plus-one",
            Axis.ROWS, "50000",
            Axis.BATCH_ROWS, "1000");
    return question(
        "rates", "How soon is a batch answered?", fixed, axes, Axis.MODE, "pickle", timing(6));
  }

  public static Question workerStarts(Timing timing) {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(START, List.of("cold", "daemon", "reuse"));
    Map<Axis, String> fixed = new EnumMap<>(Axis.class);
    fixed.put(PATH, "worker-start");
    fixed.put(MODE, "arrow-pandas");
    fixed.put(TRANSPORT, "unix");
    fixed.put(FUNCTION, "plus-one");
    fixed.put(SHAPE, "double");
    fixed.put(FIRST_TASKS, "10");
    fixed.put(ROWS, "10000");
    fixed.put(BATCH_ROWS, "10000");
    return question(
        "worker-start", "What does a worker's start cost?", fixed, axes, START, "cold", timing);
  }

  public static Question messages(Timing timing) {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(TRANSPORT, List.of("pipe", "tcp", "unix"));
    axes.put(MESSAGE_BYTES, List.of("8", "1024", "65536", "1048576", "16777216"));
    Map<Axis, String> fixed = new EnumMap<>(Axis.class);
    fixed.put(PATH, "transport");
    fixed.put(EXCHANGE, "round-trip");
    return question(
        "messages", "Which transport answers first?", fixed, axes, TRANSPORT, "tcp", timing);
  }

  public static Question codecs(Timing timing) {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(MODE, List.of("pickle", "arrow"));
    axes.put(DIRECTION, List.of("encode", "decode"));
    Map<Axis, String> fixed = new EnumMap<>(Axis.class);
    fixed.put(PATH, "codec");
    fixed.put(SHAPE, "double");
    fixed.put(ROWS, "1000000");
    fixed.put(BATCH_ROWS, "10000");
    return question(
        "codecs", "What does the JVM's side of a codec cost?", fixed, axes, MODE, "pickle", timing);
  }

  /** The words of a udf question that varies nothing yet. */
  public static Map<Axis, String> udf() {
    Map<Axis, String> words = new EnumMap<>(Axis.class);
    words.put(PATH, "udf");
    words.put(ENGINE, "embedded");
    words.put(MODE, "arrow");
    words.put(TRANSPORT, "unix");
    words.put(SHAPE, "double");
    words.put(ROWS, "1000000");
    words.put(BATCH_ROWS, "10000");
    words.put(FUNCTION, "plus-one");
    words.put(START, "reuse");
    words.put(WRITER, "thread");
    words.put(WORKERS, "1");
    return words;
  }

  private static Map<Axis, String> jvm() {
    Map<Axis, String> words = udf();
    words.put(MODE, "jvm");
    words.remove(TRANSPORT);
    return words;
  }

  /** A question whose scenarios are the product of the axes over the fixed words. */
  public static Question question(
      String id,
      String ask,
      Map<Axis, String> fixed,
      Map<Axis, List<String>> axes,
      Axis compared,
      String baseline,
      Timing timing) {
    List<Map<Axis, String>> combinations = new ArrayList<>(List.of(fixed));
    axes.forEach(
        (axis, words) -> {
          List<Map<Axis, String>> wider = new ArrayList<>();
          for (Map<Axis, String> combination : combinations) {
            for (String word : words) {
              Map<Axis, String> with = new EnumMap<>(combination);
              with.put(axis, word);
              wider.add(with);
            }
          }
          combinations.clear();
          combinations.addAll(wider);
        });
    List<Scenario> scenarios = combinations.stream().map(SyntheticRuns::scenario).toList();
    Comparison comparison = compared == null ? null : new Comparison(compared, baseline);
    return new Question(id, ask, scenarios, comparison, timing);
  }
}
