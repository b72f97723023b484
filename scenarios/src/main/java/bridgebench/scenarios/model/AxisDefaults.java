package bridgebench.scenarios.model;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Where each axis applies, and its value where a suite gives none. */
public final class AxisDefaults {

  private static final Set<BridgePath> WORKER = EnumSet.of(BridgePath.UDF, BridgePath.WORKER_START);
  private static final Set<BridgePath> CHANNEL =
      EnumSet.of(BridgePath.UDF, BridgePath.WORKER_START, BridgePath.TRANSPORT);
  private static final Set<BridgePath> ENCODING =
      EnumSet.of(BridgePath.UDF, BridgePath.WORKER_START, BridgePath.CODEC);

  private static final String NO_RATE = "0";

  private AxisDefaults() {}

  /**
   * Whether an axis applies to a scenario.
   *
   * @param axes values of every applicable axis that comes before this one in {@link Axis}
   */
  public static boolean applies(Axis axis, Map<Axis, String> axes) {
    if (axis == Axis.PATH) {
      return true;
    }
    return appliesToPath(axis, path(axes))
        && appliesToMode(axis, axes)
        && appliesToTransport(axis, axes)
        && DriverAxes.applies(axis, axes);
  }

  /** Whether an axis applies to some scenario of a path. */
  public static boolean appliesToPath(Axis axis, BridgePath path) {
    return switch (axis) {
      case PATH -> true;
      case ENGINE, WRITER, BATCHES_PER_SECOND, FLUSH, WORKERS, DTYPES, STAGES ->
          path == BridgePath.UDF;
      case FUNCTION, START -> WORKER.contains(path);
      case MODE -> ENCODING.contains(path) || DriverAxes.WITH_MODE.contains(path);
      case SHAPE, WINDOW_ROWS -> ofRows(path) && path != BridgePath.RANGE;
      case ROWS -> ofRows(path);
      case BATCH_ROWS -> ENCODING.contains(path) || DriverAxes.mayMoveRows(path);
      case TRANSPORT -> CHANNEL.contains(path) || DriverAxes.mayMoveRows(path);
      case TCP_NO_DELAY, SOCKET_BUFFER_BYTES, PIPE, PIPE_BYTES -> CHANNEL.contains(path);
      case SOURCE, COMPRESSION -> path == BridgePath.UDF || path == BridgePath.CODEC;
      case MESSAGE_BYTES -> path == BridgePath.TRANSPORT || path == BridgePath.CALL;
      case EXCHANGE -> path == BridgePath.TRANSPORT;
      case DIRECTION -> path == BridgePath.CODEC;
      case FIRST_TASKS -> path == BridgePath.WORKER_START;
      case CALL,
          PLACE,
          ORIGIN,
          ELEMENTS,
          THREADS,
          PLAN,
          ROWS_AS,
          SELF_DESTRUCT,
          SPLIT_BLOCKS,
          BUDGET_BYTES,
          TIME_ZONE ->
          DriverAxes.appliesToPath(axis, path);
    };
  }

  /**
   * The value of an applicable axis that a suite does not give.
   *
   * @param axes values of every applicable axis that comes before this one in {@link Axis}
   */
  public static String word(Axis axis, Map<Axis, String> axes) {
    return switch (axis) {
      case PATH -> BridgePath.UDF.word();
      case ENGINE -> Engine.EMBEDDED.word();
      case MODE -> Mode.ARROW.word();
      case TRANSPORT -> (onDriver(axes) ? TransportKind.TCP : TransportKind.UNIX).word();
      case SHAPE -> onDriver(axes) ? "three-columns" : "double";
      case ROWS -> has(axes, Axis.PATH, BridgePath.WORKER_START) ? "1000" : "1000000";
      case BATCH_ROWS -> Integer.toString(defaultBatchRows(axes));
      case FUNCTION -> FunctionKind.IDENTITY.word();
      case START ->
          (has(axes, Axis.PATH, BridgePath.WORKER_START) ? Start.COLD : Start.REUSE).word();
      case WRITER -> WriterKind.THREAD.word();
      case FLUSH ->
          (has(axes, Axis.WRITER, WriterKind.LOCKSTEP) || hasRate(axes)
                  ? Flush.BATCH
                  : Flush.BUFFER)
              .word();
      case SOURCE -> Source.COLUMNS.word();
      case WORKERS, THREADS, ELEMENTS -> "1";
      case COMPRESSION -> Compression.NONE.word();
      case DTYPES -> Dtypes.NULLABLE.word();
      case TCP_NO_DELAY, STAGES -> Switch.ON.word();
      case BATCHES_PER_SECOND -> NO_RATE;
      case SOCKET_BUFFER_BYTES, PIPE_BYTES, BUDGET_BYTES, WINDOW_ROWS -> "0";
      // A daemon's child cannot have the JVM's pipes as its stdin and stdout.
      case PIPE -> (has(axes, Axis.START, Start.DAEMON) ? PipeKind.NAMED : PipeKind.STDIO).word();
      case MESSAGE_BYTES -> has(axes, Axis.PATH, BridgePath.CALL) ? "8" : "65536";
      case EXCHANGE -> Exchange.ROUND_TRIP.word();
      case DIRECTION -> CodecDirection.ENCODE.word();
      case FIRST_TASKS -> "10";
      case CALL -> CallKind.STATIC.word();
      case PLACE -> Place.JVM.word();
      case ORIGIN -> Origin.JVM.word();
      case PLAN -> Plan.SCAN.word();
      case ROWS_AS -> RowsAs.ROWS.word();
      case SELF_DESTRUCT, SPLIT_BLOCKS -> Switch.OFF.word();
      case TIME_ZONE -> TimeZones.DEFAULT;
    };
  }

  private static boolean appliesToMode(Axis axis, Map<Axis, String> axes) {
    boolean crosses = !has(axes, Axis.MODE, Mode.JVM);
    return switch (axis) {
      case TRANSPORT, START, WRITER, BATCHES_PER_SECOND, FLUSH, SOURCE, STAGES -> crosses;
      case COMPRESSION -> crosses && mode(axes).isCompressible();
      case DTYPES -> has(axes, Axis.MODE, Mode.ARROW_PANDAS);
      default -> true;
    };
  }

  private static boolean appliesToTransport(Axis axis, Map<Axis, String> axes) {
    return switch (axis) {
      case TCP_NO_DELAY -> has(axes, Axis.TRANSPORT, TransportKind.TCP);
      case SOCKET_BUFFER_BYTES ->
          has(axes, Axis.TRANSPORT, TransportKind.TCP)
              || has(axes, Axis.TRANSPORT, TransportKind.UNIX);
      case PIPE, PIPE_BYTES -> has(axes, Axis.TRANSPORT, TransportKind.PIPE);
      default -> true;
    };
  }

  private static boolean ofRows(BridgePath path) {
    return path != BridgePath.TRANSPORT && path != BridgePath.CALL;
  }

  private static int defaultBatchRows(Map<Axis, String> axes) {
    return onDriver(axes) ? DriverAxes.defaultBatchRows(mode(axes)) : mode(axes).defaultBatchRows();
  }

  private static boolean onDriver(Map<Axis, String> axes) {
    return axes.containsKey(Axis.PATH) && DriverAxes.PATHS.contains(path(axes));
  }

  private static BridgePath path(Map<Axis, String> axes) {
    return AxisWord.of(BridgePath.class, require(axes, Axis.PATH));
  }

  /**
   * How rows are represented: the mode or its default, and what is fixed on paths without the axis.
   *
   * @param axes values of the axes that are known; the path among them, unless it is not known yet
   */
  public static Mode mode(Map<Axis, String> axes) {
    if (onDriver(axes) && !DriverAxes.WITH_MODE.contains(path(axes))) {
      return DriverAxes.onlyMode(path(axes));
    }
    String word = axes.get(Axis.MODE);
    return word == null ? Mode.ARROW : AxisWord.of(Mode.class, word);
  }

  /** Whether batches are sent by the clock. */
  static boolean hasRate(Map<Axis, String> axes) {
    return !axes.getOrDefault(Axis.BATCHES_PER_SECOND, NO_RATE).equals(NO_RATE);
  }

  private static boolean has(Map<Axis, String> axes, Axis axis, AxisWord value) {
    return value.word().equals(axes.get(axis));
  }

  private static String require(Map<Axis, String> axes, Axis axis) {
    return Objects.requireNonNull(axes.get(axis), axis.suiteName());
  }
}
