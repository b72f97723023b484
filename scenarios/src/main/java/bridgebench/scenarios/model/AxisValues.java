package bridgebench.scenarios.model;

import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Which values each axis takes, and their canonical spelling. */
public final class AxisValues {

  private static final long MAX_ROWS = 1_000_000_000_000L;
  private static final long MAX_BATCH_ROWS = 1L << 30;
  private static final long MAX_BATCHES_PER_SECOND = 1_000_000;
  private static final long MAX_BUFFER_BYTES = 1L << 30;
  private static final long MAX_MESSAGE_BYTES = 256L << 20;
  private static final long MAX_WORKERS = 256;
  private static final long MAX_FIRST_TASKS = 10_000;
  private static final long MAX_ELEMENTS = 1_000_000;
  private static final long MAX_THREADS = 8;
  private static final long MAX_BUDGET_BYTES = 1L << 50;

  private AxisValues() {}

  /**
   * The spelling under which a value is kept: a word as it is, a count or size as plain digits
   * ({@code 10k} becomes {@code 10000}), a shape or function by its canonical name.
   *
   * @throws IllegalArgumentException naming the axis, the value, what is expected and the nearest
   *     valid word
   */
  public static String canonical(Axis axis, String text) {
    return switch (axis) {
      case SHAPE -> Shapes.named(text).name();
      case FUNCTION -> FunctionSpec.parse(text).word();
      case ROWS -> count(axis, text, 0, MAX_ROWS);
      case BATCH_ROWS -> count(axis, text, 1, MAX_BATCH_ROWS);
      case WINDOW_ROWS -> count(axis, text, 0, MAX_BATCH_ROWS);
      case BATCHES_PER_SECOND -> count(axis, text, 0, MAX_BATCHES_PER_SECOND);
      case WORKERS -> count(axis, text, 1, MAX_WORKERS);
      case FIRST_TASKS -> count(axis, text, 1, MAX_FIRST_TASKS);
      case ELEMENTS -> count(axis, text, 1, MAX_ELEMENTS);
      case THREADS -> count(axis, text, 1, MAX_THREADS);
      case SOCKET_BUFFER_BYTES, PIPE_BYTES -> bytes(axis, text, 0, MAX_BUFFER_BYTES);
      case BUDGET_BYTES -> bytes(axis, text, 0, MAX_BUDGET_BYTES);
      case MESSAGE_BYTES -> bytes(axis, text, 1, MAX_MESSAGE_BYTES);
      case TIME_ZONE -> TimeZones.named(text);
      case TCP_NO_DELAY, STAGES, SELF_DESTRUCT, SPLIT_BLOCKS -> word(axis, switchWord(text));
      case PATH,
          ENGINE,
          CALL,
          PLACE,
          ORIGIN,
          MODE,
          TRANSPORT,
          START,
          WRITER,
          FLUSH,
          SOURCE,
          COMPRESSION,
          DTYPES,
          PIPE,
          EXCHANGE,
          DIRECTION,
          PLAN,
          ROWS_AS ->
          word(axis, text);
    };
  }

  /** The words of an axis; those of a fixed set are all, those of an open one the named ones. */
  public static List<String> words(Axis axis) {
    return switch (axis) {
      case PATH -> AxisWord.words(BridgePath.class);
      case ENGINE -> AxisWord.words(Engine.class);
      case MODE -> AxisWord.words(Mode.class);
      case TRANSPORT -> AxisWord.words(TransportKind.class);
      case SHAPE -> Shapes.names();
      case FUNCTION -> FunctionKind.words();
      case START -> AxisWord.words(Start.class);
      case WRITER -> AxisWord.words(WriterKind.class);
      case FLUSH -> AxisWord.words(Flush.class);
      case SOURCE -> AxisWord.words(Source.class);
      case COMPRESSION -> AxisWord.words(Compression.class);
      case DTYPES -> AxisWord.words(Dtypes.class);
      case TCP_NO_DELAY, STAGES, SELF_DESTRUCT, SPLIT_BLOCKS -> AxisWord.words(Switch.class);
      case PIPE -> AxisWord.words(PipeKind.class);
      case EXCHANGE -> AxisWord.words(Exchange.class);
      case DIRECTION -> AxisWord.words(CodecDirection.class);
      case CALL -> AxisWord.words(CallKind.class);
      case PLACE -> AxisWord.words(Place.class);
      case ORIGIN -> AxisWord.words(Origin.class);
      case PLAN -> AxisWord.words(Plan.class);
      case ROWS_AS -> AxisWord.words(RowsAs.class);
      case ROWS,
          BATCH_ROWS,
          WINDOW_ROWS,
          BATCHES_PER_SECOND,
          WORKERS,
          FIRST_TASKS,
          SOCKET_BUFFER_BYTES,
          PIPE_BYTES,
          MESSAGE_BYTES,
          ELEMENTS,
          THREADS,
          BUDGET_BYTES,
          TIME_ZONE ->
          List.of();
    };
  }

  /** What can be written for an axis: its words, or the form of its values. */
  public static String expected(Axis axis) {
    String words = String.join(", ", words(axis));
    return switch (axis) {
      case SHAPE -> words + ", string(SIZE), binary(SIZE)";
      case FUNCTION -> words + ", sleep(TIME), FILE.py:NAME";
      case SOCKET_BUFFER_BYTES, PIPE_BYTES -> "a size such as 64KiB; 0 leaves the system's";
      case BUDGET_BYTES -> "a size such as 4GiB; 0 means 75 % of the free memory";
      case MESSAGE_BYTES -> "a size such as 8, 64KiB or 16MiB";
      case BATCHES_PER_SECOND ->
          "a count such as 100 or 1k; 0 sends as fast as the channel takes them";
      case WINDOW_ROWS -> "a count such as 10k or 1M; 0 leaves it to the path";
      case ROWS, BATCH_ROWS -> "a count such as 1_000, 10k or 1M";
      case WORKERS, FIRST_TASKS, ELEMENTS -> "a count";
      case THREADS -> "1 to " + MAX_THREADS;
      case TIME_ZONE -> "UTC, or an IANA id such as America/New_York";
      default -> words;
    };
  }

  /** A value as a person reads it: counts and sizes with units, words as they are. */
  public static String readable(Axis axis, String canonical) {
    return switch (axis) {
      case ROWS, BATCH_ROWS, WINDOW_ROWS, BATCHES_PER_SECOND, ELEMENTS ->
          Quantity.formatCount(Long.parseLong(canonical));
      case SOCKET_BUFFER_BYTES, PIPE_BYTES, MESSAGE_BYTES, BUDGET_BYTES ->
          Quantity.formatBytes(Long.parseLong(canonical));
      default -> canonical;
    };
  }

  private static String word(Axis axis, String text) {
    List<String> words = words(axis);
    if (!words.contains(text)) {
      throw new IllegalArgumentException(
          "unknown "
              + axis.suiteName()
              + " "
              + QuotedWord.of(text)
              + ": expected one of "
              + String.join(", ", words)
              + NearestWord.hint(text, words));
    }
    return text;
  }

  /** YAML users write truth in many ways. */
  private static String switchWord(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> Switch.ON.word();
      case "false", "no", "off" -> Switch.OFF.word();
      default -> text;
    };
  }

  private static String count(Axis axis, String text, long least, long most) {
    long count = inRange(axis, text, () -> Quantity.parseCount(text), least, most);
    return Long.toString(count);
  }

  private static String bytes(Axis axis, String text, long least, long most) {
    long bytes = inRange(axis, text, () -> Quantity.parseBytes(text), least, most);
    return Long.toString(bytes);
  }

  private static long inRange(Axis axis, String text, LongSupplier parse, long least, long most) {
    long value;
    try {
      value = parse.getAsLong();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(axis.suiteName() + ": " + e.getMessage(), e);
    }
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          axis.suiteName() + " " + text + ": expected " + least + " to " + most);
    }
    return value;
  }
}
