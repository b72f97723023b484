package bridgebench.bridge.codec.pickle;

import bridgebench.bridge.rows.BytesColumn;
import bridgebench.bridge.rows.ListColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.MapColumn;
import bridgebench.bridge.rows.StructColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that are objects for Pyrolite, made from a row of a column. */
final class Boxes {

  private Boxes() {}

  static BigDecimal decimal(long unscaled) {
    return BigDecimal.valueOf(unscaled, LongColumn.DECIMAL_PLACES);
  }

  static byte[] binary(BytesColumn column, int row) {
    return Arrays.copyOfRange(column.data(), column.start(row), column.start(row + 1));
  }

  static List<Object> list(ListColumn column, int row) {
    int[] offsets = column.offsets();
    List<Object> list = new ArrayList<>(offsets[row + 1] - offsets[row]);
    for (int i = offsets[row]; i < offsets[row + 1]; i++) {
      list.add(column.elements().values()[i]);
    }
    return list;
  }

  static Map<String, Object> struct(StructColumn column, int row) {
    Map<String, Object> struct = new HashMap<>();
    struct.put("a", column.a().values()[row]);
    struct.put("b", column.b().string(row));
    return struct;
  }

  static Map<String, Object> map(MapColumn column, int row) {
    int[] offsets = column.offsets();
    Map<String, Object> map = new HashMap<>();
    for (int i = offsets[row]; i < offsets[row + 1]; i++) {
      map.put(column.keys().string(i), column.values().values()[i]);
    }
    return map;
  }
}
