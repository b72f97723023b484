package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnType;
import java.util.StringJoiner;

/**
 * Maps from strings to longs: the entries behind each other, and the offset at which each map
 * starts. The entries of a map are sorted by the bytes of their keys, because a map has no order:
 * Pyrolite's is a HashMap, Python's the order of insertion.
 */
public final class MapColumn extends Column {

  private final Offsets offsets = new Offsets();
  private final BytesColumn keys = new BytesColumn(ColumnType.STRING);
  private final LongColumn values = new LongColumn(ColumnType.LONG);

  MapColumn() {
    super(ColumnType.STRING_LONG_MAP);
  }

  /** Where each map's entries start; one entry more than there are rows. */
  public int[] offsets() {
    return offsets.starts();
  }

  /** The keys of all entries. */
  public BytesColumn keys() {
    return keys;
  }

  /** The values of all entries. */
  public LongColumn values() {
    return values;
  }

  /**
   * Appends a map made of the last {@code count} entries that were put into {@link #keys()} and
   * {@link #values()}, sorted by key.
   */
  public void appendMap(int count) {
    offsets.append(rows(), count);
    added();
  }

  @Override
  int capacity() {
    return offsets.capacity();
  }

  @Override
  void ensureCapacity(int neededRows) {
    offsets.ensureCapacity(neededRows);
  }

  @Override
  void valuesReset() {
    keys.clear();
    values.clear();
  }

  @Override
  void appendEmptyValue() {
    appendMap(0);
  }

  @Override
  void appendValues(Column source, int from, int count) {
    MapColumn other = (MapColumn) source;
    int first = other.offsets.start(from);
    int entries = other.offsets.start(from + count) - first;
    keys.append(other.keys, first, entries);
    values.append(other.values, first, entries);
    offsets.append(rows(), other.offsets, from, count);
  }

  @Override
  int firstValueDifference(int from, Column other, int otherFrom, int count) {
    MapColumn others = (MapColumn) other;
    int same = offsets.rowsOfSameLength(from, others.offsets, otherFrom, count);
    int first = offsets.start(from);
    int otherFirst = others.offsets.start(otherFrom);
    int entries = offsets.start(from + same) - first;
    int key = keys.firstDifference(first, others.keys, otherFirst, entries);
    int value = values.firstDifference(first, others.values, otherFirst, key < 0 ? entries : key);
    int entry = value >= 0 ? value : key;
    if (entry >= 0) {
      return offsets.rowHolding(first + entry, from) - from;
    }
    return same == count ? -1 : same;
  }

  @Override
  long hashOfValue(int row) {
    long hash = offsets.length(row);
    for (int i = offsets.start(row); i < offsets.start(row + 1); i++) {
      hash = Hash.step(Hash.step(hash, keys.hash(i)), values.hash(i));
    }
    return hash;
  }

  @Override
  String showValue(int row) {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (int i = offsets.start(row); i < offsets.start(row + 1); i++) {
      text.add(keys.show(i) + ": " + values.show(i));
    }
    return text.toString();
  }
}
