package bridgebench.bridge.rows;

import java.util.Arrays;

/** Where each row's elements start in a child column; one entry more than there are rows. */
final class Offsets {

  private int[] starts = {0};

  int[] starts() {
    return starts;
  }

  int start(int row) {
    return starts[row];
  }

  int length(int row) {
    return starts[row + 1] - starts[row];
  }

  int capacity() {
    return starts.length - 1;
  }

  void ensureCapacity(int neededRows) {
    if (neededRows >= starts.length) {
      starts = Arrays.copyOf(starts, Column.grown(starts.length, neededRows + 1));
    }
  }

  void append(int row, int elements) {
    ensureCapacity(row + 1);
    starts[row + 1] = starts[row] + elements;
  }

  void append(int row, Offsets source, int from, int count) {
    ensureCapacity(row + count);
    int shift = starts[row] - source.starts[from];
    for (int i = 1; i <= count; i++) {
      starts[row + i] = source.starts[from + i] + shift;
    }
  }

  /** Rows from the start on that have equally many elements in both. */
  int rowsOfSameLength(int from, Offsets others, int otherFrom, int count) {
    int shift = others.starts[otherFrom] - starts[from];
    for (int i = 1; i <= count; i++) {
      if (starts[from + i] + shift != others.starts[otherFrom + i]) {
        return i - 1;
      }
    }
    return count;
  }

  /** The row, from {@code from} on, whose elements include this one. */
  int rowHolding(int element, int from) {
    int row = from;
    while (starts[row + 1] <= element) {
      row++;
    }
    return row;
  }
}
