package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnType;
import java.util.StringJoiner;

/** Lists of longs: the elements behind each other, and the offset at which each list starts. */
public final class ListColumn extends Column {

  private final Offsets offsets = new Offsets();
  private final LongColumn elements = new LongColumn(ColumnType.LONG);

  ListColumn() {
    super(ColumnType.LONG_ARRAY);
  }

  /** Where each list starts in {@link #elements()}; one entry more than there are rows. */
  public int[] offsets() {
    return offsets.starts();
  }

  /** The elements of all lists. */
  public LongColumn elements() {
    return elements;
  }

  /**
   * Appends a list made of the last {@code count} elements that were put into {@link #elements()}.
   */
  public void appendList(int count) {
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
    elements.clear();
  }

  @Override
  void appendEmptyValue() {
    appendList(0);
  }

  @Override
  void appendValues(Column source, int from, int count) {
    ListColumn other = (ListColumn) source;
    int first = other.offsets.start(from);
    elements.append(other.elements, first, other.offsets.start(from + count) - first);
    offsets.append(rows(), other.offsets, from, count);
  }

  @Override
  int firstValueDifference(int from, Column other, int otherFrom, int count) {
    ListColumn others = (ListColumn) other;
    int same = offsets.rowsOfSameLength(from, others.offsets, otherFrom, count);
    int first = offsets.start(from);
    int element =
        elements.firstDifference(
            first,
            others.elements,
            others.offsets.start(otherFrom),
            offsets.start(from + same) - first);
    if (element >= 0) {
      return offsets.rowHolding(first + element, from) - from;
    }
    return same == count ? -1 : same;
  }

  @Override
  long hashOfValue(int row) {
    long hash = offsets.length(row);
    for (int i = offsets.start(row); i < offsets.start(row + 1); i++) {
      hash = Hash.step(hash, elements.hash(i));
    }
    return hash;
  }

  @Override
  String showValue(int row) {
    StringJoiner text = new StringJoiner(", ", "[", "]");
    for (int i = offsets.start(row); i < offsets.start(row + 1); i++) {
      text.add(elements.show(i));
    }
    return text.toString();
  }
}
