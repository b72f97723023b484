package bridgebench.bridge.codec.pickle;

import static java.nio.charset.StandardCharsets.UTF_8;

import bridgebench.bridge.rows.ListColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.MapColumn;
import bridgebench.bridge.rows.StructColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Pyrolite makes of Python's values. A value of another type ends in a ClassCastException,
 * which the caller turns into a message.
 */
final class UnpickledValues {

  private UnpickledValues() {}

  /** An int of any size; one that is too wide for a long loses its high bits. */
  static long whole(Object value) {
    if (value instanceof Integer number) {
      return number;
    }
    return value instanceof Long number ? number : ((BigInteger) value).longValue();
  }

  /** A decimal's unscaled value; one with more places than the column's is not rounded. */
  static long unscaled(Object value) {
    return ((BigDecimal) value)
        .setScale(LongColumn.DECIMAL_PLACES)
        .unscaledValue()
        .longValueExact();
  }

  static void appendList(ListColumn column, Object value) {
    List<?> list = (List<?>) value;
    for (Object element : list) {
      column.elements().append(whole(element));
    }
    column.appendList(list.size());
  }

  static void appendStruct(StructColumn column, Object value) {
    Map<?, ?> fields = (Map<?, ?>) value;
    column.a().append(whole(Objects.requireNonNull(fields.get("a"))));
    column.b().append(((String) Objects.requireNonNull(fields.get("b"))).getBytes(UTF_8));
    column.appendStruct();
  }

  static void appendMap(MapColumn column, Object value) {
    // Java's order of strings is not that of their UTF-8.
    Map<byte[], Object> entries = new TreeMap<>(Arrays::compareUnsigned);
    ((Map<?, ?>) value)
        .forEach((key, number) -> entries.put(((String) key).getBytes(UTF_8), number));
    entries.forEach(
        (key, number) -> {
          column.keys().append(key);
          column.values().append(whole(number));
        });
    column.appendMap(entries.size());
  }

  /** A value and its type, for messages. */
  static String describe(@Nullable Object value) {
    if (value == null) {
      return "None";
    }
    String text = value instanceof Object[] tuple ? Arrays.toString(tuple) : String.valueOf(value);
    return (text.length() > 80 ? text.substring(0, 80) + "…" : text)
        + " ("
        + value.getClass().getSimpleName()
        + ")";
  }
}
