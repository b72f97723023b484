package bridgebench.scenarios.model;

import java.util.Map;
import java.util.Objects;

/** Where each axis applies, and its value where a suite gives none. */
public final class AxisDefaults {

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
    return appliesToPath(axis, AxisWord.of(BridgePath.class, require(axes, Axis.PATH)))
        && appliesToMode(axis, axes)
        && appliesToTransport(axis, axes);
  }

  /** Whether an axis applies to some scenario of a path. */
  public static boolean appliesToPath(Axis axis, BridgePath path) {
    return switch (axis) {
      case PATH -> true;
      case ENGINE, WRITER, FLUSH, WORKERS, DTYPES, STAGES -> path == BridgePath.UDF;
      case FUNCTION, START -> path == BridgePath.UDF || path == BridgePath.WORKER_START;
      case MODE, SHAPE, ROWS, BATCH_ROWS -> path != BridgePath.TRANSPORT;
      case TRANSPORT, TCP_NO_DELAY, SOCKET_BUFFER_BYTES, PIPE, PIPE_BYTES ->
          path != BridgePath.CODEC;
      case SOURCE, COMPRESSION -> path == BridgePath.UDF || path == BridgePath.CODEC;
      case MESSAGE_BYTES, EXCHANGE -> path == BridgePath.TRANSPORT;
      case DIRECTION -> path == BridgePath.CODEC;
      case FIRST_TASKS -> path == BridgePath.WORKER_START;
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
      case TRANSPORT -> TransportKind.UNIX.word();
      case SHAPE -> "double";
      case ROWS -> has(axes, Axis.PATH, BridgePath.WORKER_START) ? "1000" : "1000000";
      case BATCH_ROWS -> Integer.toString(mode(axes).defaultBatchRows());
      case FUNCTION -> FunctionKind.IDENTITY.word();
      case START ->
          (has(axes, Axis.PATH, BridgePath.WORKER_START) ? Start.COLD : Start.REUSE).word();
      case WRITER -> WriterKind.THREAD.word();
      case FLUSH ->
          (has(axes, Axis.WRITER, WriterKind.LOCKSTEP) ? Flush.BATCH : Flush.BUFFER).word();
      case SOURCE -> Source.COLUMNS.word();
      case WORKERS -> "1";
      case COMPRESSION -> Compression.NONE.word();
      case DTYPES -> Dtypes.NULLABLE.word();
      case TCP_NO_DELAY, STAGES -> Switch.ON.word();
      case SOCKET_BUFFER_BYTES, PIPE_BYTES -> "0";
      // A daemon's child cannot have the JVM's pipes as its stdin and stdout.
      case PIPE -> (has(axes, Axis.START, Start.DAEMON) ? PipeKind.NAMED : PipeKind.STDIO).word();
      case MESSAGE_BYTES -> "65536";
      case EXCHANGE -> Exchange.ROUND_TRIP.word();
      case DIRECTION -> CodecDirection.ENCODE.word();
      case FIRST_TASKS -> "10";
    };
  }

  private static boolean appliesToMode(Axis axis, Map<Axis, String> axes) {
    boolean crosses = !has(axes, Axis.MODE, Mode.JVM);
    return switch (axis) {
      case TRANSPORT, START, WRITER, FLUSH, SOURCE, STAGES -> crosses;
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

  /** The mode, or its default on paths that have none. */
  private static Mode mode(Map<Axis, String> axes) {
    String word = axes.get(Axis.MODE);
    return word == null ? Mode.ARROW : AxisWord.of(Mode.class, word);
  }

  private static boolean has(Map<Axis, String> axes, Axis axis, AxisWord value) {
    return value.word().equals(axes.get(axis));
  }

  private static String require(Map<Axis, String> axes, Axis axis) {
    return Objects.requireNonNull(axes.get(axis), axis.suiteName());
  }
}
