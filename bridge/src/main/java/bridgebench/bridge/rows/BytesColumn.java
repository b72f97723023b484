package bridgebench.bridge.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import bridgebench.scenarios.model.ColumnType;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Strings as UTF-8, the way Spark's UTF8String holds them, or byte strings: one array with the
 * values behind each other, and the offset at which each starts.
 */
public final class BytesColumn extends Column {

  private static final int SHOWN_BYTES = 60;

  private int[] offsets = {0};
  private byte[] data = {};

  BytesColumn(ColumnType type) {
    super(type);
  }

  /** Where each value starts; entry {@link #rows()} is the end of the last. */
  public int[] offsets() {
    return offsets;
  }

  /** The bytes of all values. Replaced when the column grows. */
  public byte[] data() {
    return data;
  }

  /** Where the value of a row starts in {@link #data()}. */
  public int start(int row) {
    return offsets[row];
  }

  /** Bytes in the value of a row. */
  public int length(int row) {
    return offsets[row + 1] - offsets[row];
  }

  /** Bytes in all values. */
  public int dataBytes() {
    return offsets[rows()];
  }

  /** Appends a value. */
  public void append(byte[] source, int from, int count) {
    ensureCapacity(rows() + 1);
    ensureDataBytes(Math.addExact(dataBytes(), count));
    System.arraycopy(source, from, data, dataBytes(), count);
    int row = added();
    offsets[row + 1] = offsets[row] + count;
  }

  /** Appends all of {@code source} as one value. */
  public void append(byte[] source) {
    append(source, 0, source.length);
  }

  /** The string of a row of a string column. */
  public String string(int row) {
    return new String(data, offsets[row], length(row), UTF_8);
  }

  /** Makes room for this many bytes in all and keeps the values. */
  public void ensureDataBytes(int neededBytes) {
    if (neededBytes > data.length) {
      data = Arrays.copyOf(data, grown(data.length, neededBytes));
    }
  }

  @Override
  int capacity() {
    return offsets.length - 1;
  }

  @Override
  void ensureCapacity(int neededRows) {
    if (neededRows >= offsets.length) {
      offsets = Arrays.copyOf(offsets, grown(offsets.length, neededRows + 1));
    }
  }

  @Override
  void appendEmptyValue() {
    append(data, 0, 0);
  }

  @Override
  void appendValues(Column source, int from, int count) {
    BytesColumn other = (BytesColumn) source;
    int start = other.offsets[from];
    int bytes = other.offsets[from + count] - start;
    ensureDataBytes(Math.addExact(dataBytes(), bytes));
    System.arraycopy(other.data, start, data, dataBytes(), bytes);
    int shift = dataBytes() - start;
    for (int i = 1; i <= count; i++) {
      offsets[rows() + i] = other.offsets[from + i] + shift;
    }
  }

  @Override
  int firstValueDifference(int from, Column other, int otherFrom, int count) {
    BytesColumn others = (BytesColumn) other;
    int same = rowsOfSameLength(from, others, otherFrom, count);
    int byteAt =
        Arrays.mismatch(
            data,
            offsets[from],
            offsets[from + same],
            others.data,
            others.offsets[otherFrom],
            others.offsets[otherFrom + same]);
    if (byteAt < 0) {
      return same == count ? -1 : same;
    }
    int row = Arrays.binarySearch(offsets, from, from + same + 1, offsets[from] + byteAt);
    return rowHolding(row, offsets[from] + byteAt) - from;
  }

  private int rowsOfSameLength(int from, BytesColumn others, int otherFrom, int count) {
    int shift = others.offsets[otherFrom] - offsets[from];
    for (int i = 1; i <= count; i++) {
      if (offsets[from + i] + shift != others.offsets[otherFrom + i]) {
        return i - 1;
      }
    }
    return count;
  }

  /** Turns a binary search's answer into the row, past the empty values at the same offset. */
  private int rowHolding(int found, int offset) {
    int row = found >= 0 ? found : -found - 2;
    while (offsets[row + 1] <= offset) {
      row++;
    }
    return row;
  }

  @Override
  long hashOfValue(int row) {
    return Hash.ofBytes(data, offsets[row], length(row));
  }

  @Override
  String showValue(int row) {
    int shown = Math.min(length(row), SHOWN_BYTES);
    String text =
        type() == ColumnType.STRING
            ? "'" + new String(data, offsets[row], shown, UTF_8) + "'"
            : "0x" + HexFormat.of().formatHex(data, offsets[row], offsets[row] + shown);
    return shown == length(row) ? text : text + "… (" + length(row) + " bytes)";
  }
}
