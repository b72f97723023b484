package bridgebench.scenarios.model;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Spells a scenario's id: the path, then the values that distinguish most scenarios of that path,
 * then {@code name=value} for every other axis whose value is not its default. Equal ids mean equal
 * scenarios.
 */
final class ScenarioId {

  private ScenarioId() {}

  static String of(Map<Axis, String> axes) {
    BridgePath path = AxisWord.of(BridgePath.class, axes.getOrDefault(Axis.PATH, ""));
    Set<Axis> rest = EnumSet.noneOf(Axis.class);
    rest.addAll(axes.keySet());
    rest.remove(Axis.PATH);
    StringJoiner id = new StringJoiner("/").add(path.word());
    for (Axis axis : leading(path)) {
      String word = axes.get(axis);
      if (word != null) {
        id.add(segment(axis, word));
      }
      rest.remove(axis);
    }
    for (Axis axis : rest) {
      String word = axes.getOrDefault(axis, "");
      if (!word.equals(AxisDefaults.word(axis, before(axis, axes)))) {
        id.add(axis.suiteName() + "=" + escaped(AxisValues.readable(axis, word)));
      }
    }
    return id.toString();
  }

  private static List<Axis> leading(BridgePath path) {
    return switch (path) {
      case UDF ->
          List.of(Axis.MODE, Axis.TRANSPORT, Axis.SHAPE, Axis.ROWS, Axis.BATCH_ROWS, Axis.FUNCTION);
      case WORKER_START ->
          List.of(
              Axis.START,
              Axis.MODE,
              Axis.TRANSPORT,
              Axis.SHAPE,
              Axis.ROWS,
              Axis.BATCH_ROWS,
              Axis.FUNCTION);
      case TRANSPORT -> List.of(Axis.TRANSPORT, Axis.EXCHANGE, Axis.MESSAGE_BYTES);
      case CODEC -> List.of(Axis.MODE, Axis.DIRECTION, Axis.SHAPE, Axis.ROWS, Axis.BATCH_ROWS);
      case CALL -> List.of(Axis.CALL, Axis.MESSAGE_BYTES, Axis.ELEMENTS);
      case COLLECT,
          TO_PANDAS,
          TO_ARROW,
          SHOW,
          COUNT,
          AGGREGATE,
          PARALLELIZE,
          CREATE_DATAFRAME,
          RANGE ->
          List.of(Axis.PLACE, Axis.MODE, Axis.TRANSPORT, Axis.SHAPE, Axis.ROWS, Axis.BATCH_ROWS);
    };
  }

  private static String segment(Axis axis, String word) {
    String readable = escaped(AxisValues.readable(axis, word));
    return switch (axis) {
      case ROWS -> "rows=" + readable;
      case BATCH_ROWS -> "batch=" + readable;
      case ELEMENTS -> "elements=" + readable;
      default -> readable;
    };
  }

  private static Map<Axis, String> before(Axis axis, Map<Axis, String> axes) {
    Map<Axis, String> before = new EnumMap<>(Axis.class);
    axes.forEach(
        (other, word) -> {
          if (other.compareTo(axis) < 0) {
            before.put(other, word);
          }
        });
    return before;
  }

  /** Commas, white space and control characters would break JMH options and .hlog tags. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == ',' || c == '%' || Character.isWhitespace(c) || Character.isISOControl(c)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  escaped.append(String.format("%%%02X", b));
                }
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
