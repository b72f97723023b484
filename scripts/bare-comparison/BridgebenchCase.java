import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.task.BridgeSettings;
import bridgebench.bridge.task.TaskReport;
import bridgebench.bridge.task.TransportSession;
import bridgebench.bridge.task.UdfSession;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Resolution;
import bridgebench.scenarios.model.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** One case of bridgebench's own sessions, every value checked, with the rounds and the estimator of the bare bridge. */
public final class BridgebenchCase {

  private static final int LAST_ROUNDS = 5;
  private static final int WIDE_ROWS_DIVISOR = 10;
  private static final int RECORDING_ROUNDS = 3;
  private static final long SHORT_TASK_ROWS = 1_000_000;
  private static final int SHORT_TASKS_A_LONG_ONE = 100;
  private static final int MIDDLE_TASKS_A_LONG_ONE = 10;

  private BridgebenchCase() {}

  public static void main(String[] args) {
    String[] words = args[0].split("/");
    PythonLaunch python = PythonLaunch.using(Path.of(args[1]));
    int rounds = Integer.parseInt(args[2]);
    long rows = Long.parseLong(args[3]);
    double figure =
        switch (words[0]) {
          case "echo-latency" -> echoesPerMicrosecond(python, words);
          case "echo-bandwidth" -> echoedBytesPerNano(python, words);
          case "stages" -> withoutToWithRecording(python, words, rounds, rows);
          case "flat" -> shortToLongTasks(python, words, rounds);
          case "flat-rows" -> earlyToLateRows(python, words, rounds);
          default -> task(python, words, rounds, rows);
        };
    System.out.println(figure);
  }

  /** Million rows a second, or bytes a nanosecond each way for the wide shape. */
  private static double task(PythonLaunch python, String[] words, int rounds, long rows) {
    try (UdfSession session = UdfSession.open(udf(words, rows), settings(python, true))) {
      double best = 0;
      for (int round = 1; round <= rounds; round++) {
        double figure = figure(session, words[0].equals("wide-50"));
        best = round > rounds - LAST_ROUNDS ? Math.max(best, figure) : best;
      }
      return best;
    }
  }

  /**
   * Speed without stages and latencies over speed with them: the median over pairs of tasks of one session, the first third left out, in
   * which the order within a pair changes each time. Two sessions that do the same differ by up to a quarter, by where their memory lies
   * and which core they meet; recording costs less.
   */
  private static double withoutToWithRecording(PythonLaunch python, String[] words, int rounds, long rows) {
    String[] arrow = {"arrow", words[1], words[2], "columns"};
    try (UdfSession session = UdfSession.open(udf(arrow, rows), settings(python, true))) {
      return medianRatioByTurns(RECORDING_ROUNDS * rounds, () -> recorded(session, false), () -> recorded(session, true));
    }
  }

  /** The median over rounds, the first third left out, of the ratio of two figures that take turns at being taken first. */
  private static double medianRatioByTurns(int rounds, DoubleSupplier numerator, DoubleSupplier denominator) {
    double[] ratios = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      boolean denominatorFirst = round % 2 == 0;
      double first = (denominatorFirst ? denominator : numerator).getAsDouble();
      double second = (denominatorFirst ? numerator : denominator).getAsDouble();
      ratios[round] = denominatorFirst ? second / first : first / second;
    }
    double[] later = Arrays.copyOfRange(ratios, rounds / 3, rounds);
    Arrays.sort(later);
    return (later[(later.length - 1) / 2] + later[later.length / 2]) / 2;
  }

  /**
   * Rows a second of a hundred tasks of a million rows over those of one task of 100 million, by turns. What a task costs beside its rows, and what
   * grows with rows, show as a ratio beside 1.
   */
  private static double shortToLongTasks(PythonLaunch python, String[] words, int rounds) {
    String[] arrow = {"arrow", words[1], words[2], "columns"};
    try (UdfSession brief = UdfSession.open(udf(arrow, SHORT_TASK_ROWS), settings(python, true));
        UdfSession lengthy = UdfSession.open(udf(arrow, SHORT_TASKS_A_LONG_ONE * SHORT_TASK_ROWS), settings(python, true))) {
      return medianRatioByTurns(rounds, () -> nanosOf(lengthy, 1), () -> nanosOf(brief, SHORT_TASKS_A_LONG_ONE));
    }
  }

  /**
   * Rows a second among the second to tenth million of a task over those among the last 90 of 100 million: differences of tasks of 1, 10 and 100
   * million rows, in which what a task costs beside its rows cancels out.
   */
  private static double earlyToLateRows(PythonLaunch python, String[] words, int rounds) {
    String[] arrow = {"arrow", words[1], words[2], "columns"};
    long longRows = SHORT_TASKS_A_LONG_ONE * SHORT_TASK_ROWS;
    long middleRows = longRows / MIDDLE_TASKS_A_LONG_ONE;
    try (UdfSession brief = UdfSession.open(udf(arrow, SHORT_TASK_ROWS), settings(python, true));
        UdfSession middle = UdfSession.open(udf(arrow, middleRows), settings(python, true));
        UdfSession lengthy = UdfSession.open(udf(arrow, longRows), settings(python, true))) {
      DoubleSupplier middleNanos = () -> nanosOf(middle, MIDDLE_TASKS_A_LONG_ONE) / MIDDLE_TASKS_A_LONG_ONE;
      return medianRatioByTurns(
          rounds,
          () -> (nanosOf(lengthy, 1) - middleNanos.getAsDouble()) / (longRows - middleRows),
          () -> (middleNanos.getAsDouble() - nanosOf(brief, SHORT_TASKS_A_LONG_ONE) / SHORT_TASKS_A_LONG_ONE) / (middleRows - SHORT_TASK_ROWS));
    }
  }

  /** As reports count it: until a task's trailer has come. Reading what it says is no part of the task. */
  private static double nanosOf(UdfSession session, int tasks) {
    double nanos = 0;
    for (int task = 0; task < tasks; task++) {
      nanos += session.runTask().durationNanos();
    }
    return nanos;
  }

  private static double recorded(UdfSession session, boolean recording) {
    session.record(recording);
    return figure(session, false);
  }

  /** One task's million rows a second, or bytes a nanosecond each way. */
  private static double figure(UdfSession session, boolean bytes) {
    long begin = System.nanoTime();
    TaskReport report = session.runTask();
    double nanos = System.nanoTime() - begin;
    return bytes ? report.receivedBytes() / nanos : report.rows() * 1e3 / nanos;
  }

  private static Scenario udf(String[] words, long rows) {
    boolean wide = words[0].equals("wide-50");
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    axes.put(Axis.PATH, "udf");
    axes.put(Axis.MODE, wide ? "arrow" : words[0]);
    axes.put(Axis.TRANSPORT, words[1]);
    axes.put(Axis.SHAPE, wide ? "wide-50" : "double");
    axes.put(Axis.FUNCTION, wide ? "identity" : "plus-one");
    axes.put(Axis.BATCH_ROWS, words[2]);
    axes.put(Axis.SOURCE, words[3]);
    axes.put(Axis.ROWS, Long.toString(wide || words[0].equals("pickle") ? rows / WIDE_ROWS_DIVISOR : rows));
    axes.put(Axis.STAGES, "on");
    return scenario(axes);
  }

  private static double echoesPerMicrosecond(PythonLaunch python, String[] words) {
    try (TransportSession session = TransportSession.open(transport(words, "round-trip"), settings(python, false))) {
      long[] nanos = new long[20_000];
      for (int i = 0; i < nanos.length; i++) {
        long begin = System.nanoTime();
        session.roundTrip();
        nanos[i] = System.nanoTime() - begin;
      }
      Arrays.sort(nanos, 4_000, nanos.length);
      return 1e3 / nanos[12_000];
    }
  }

  private static double echoedBytesPerNano(PythonLaunch python, String[] words) {
    int messageBytes = Integer.parseInt(words[2]);
    int messages = (int) Math.max(50, 2_000L * 262_144 / messageBytes);
    // The bare bridge makes its 20,000 small echoes first: the same warm-up of reader and writer.
    try (TransportSession warm = TransportSession.open(transport(new String[] {"", words[1], "8"}, "round-trip"), settings(python, false))) {
      for (int i = 0; i < 20_000; i++) {
        warm.roundTrip();
      }
    }
    try (TransportSession session = TransportSession.open(transport(words, "stream"), settings(python, false))) {
      double best = 0;
      for (int round = 0; round < LAST_ROUNDS; round++) {
        long begin = System.nanoTime();
        session.stream(messages);
        best = Math.max(best, (double) messageBytes * messages / (System.nanoTime() - begin));
      }
      return best;
    }
  }

  private static Scenario transport(String[] words, String exchange) {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    axes.put(Axis.PATH, "transport");
    axes.put(Axis.TRANSPORT, words[1]);
    axes.put(Axis.MESSAGE_BYTES, words[2]);
    axes.put(Axis.EXCHANGE, exchange);
    return scenario(axes);
  }

  private static Scenario scenario(Map<Axis, String> axes) {
    return Resolution.scenario(axes, Path.of("").toAbsolutePath());
  }

  private static BridgeSettings settings(PythonLaunch python, boolean recordLatency) {
    return new BridgeSettings(
        python, Path.of(System.getProperty("java.io.tmpdir")), Duration.ofSeconds(60), BridgeSettings.MAX_FRAME_BYTES, 42, recordLatency);
  }
}
