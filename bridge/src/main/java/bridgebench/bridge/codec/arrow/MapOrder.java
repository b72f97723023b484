package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.BytesColumn;
import bridgebench.bridge.rows.MapColumn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Brings the entries of maps into the order of their keys' bytes. */
final class MapOrder {

  private MapOrder() {}

  static boolean isSorted(MapColumn maps) {
    int[] offsets = maps.offsets();
    for (int row = 0; row < maps.rows(); row++) {
      for (int i = offsets[row] + 1; i < offsets[row + 1]; i++) {
        if (compare(maps.keys(), i - 1, i) > 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Appends one map with its entries in order. */
  static void appendSorted(MapColumn source, int row, MapColumn target) {
    Comparator<Integer> byKey = (a, b) -> compare(source.keys(), a, b);
    List<Integer> entries =
        IntStream.range(source.offsets()[row], source.offsets()[row + 1])
            .boxed()
            .sorted(byKey)
            .toList();
    for (int entry : entries) {
      target.keys().append(source.keys(), entry, 1);
      target.values().append(source.values(), entry, 1);
    }
    target.appendMap(entries.size());
  }

  private static int compare(BytesColumn keys, int a, int b) {
    return Arrays.compareUnsigned(
        keys.data(),
        keys.start(a),
        keys.start(a + 1),
        keys.data(),
        keys.start(b),
        keys.start(b + 1));
  }
}
