package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.ByteColumn;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.FloatColumn;
import bridgebench.bridge.rows.IntColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.ShortColumn;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/** Columns with a validity buffer and a buffer of values that are all as wide. */
final class FixedWidth {

  private FixedWidth() {}

  static void doubles(ReceivedBatch batch, int node, int buffer, DoubleColumn target) {
    int rows = batch.rows();
    ByteBuffer bytes = batch.buffer(buffer + 1, (long) rows * Double.BYTES);
    target.reset(rows);
    double[] values = target.values();
    bytes.asDoubleBuffer().get(0, values, 0, rows);
    batch.readNulls(node, buffer, target, row -> values[row] = 0);
  }

  static void floats(ReceivedBatch batch, int node, int buffer, FloatColumn target) {
    int rows = batch.rows();
    ByteBuffer bytes = batch.buffer(buffer + 1, (long) rows * Float.BYTES);
    target.reset(rows);
    float[] values = target.values();
    bytes.asFloatBuffer().get(0, values, 0, rows);
    batch.readNulls(node, buffer, target, row -> values[row] = 0);
  }

  static void longs(ReceivedBatch batch, int node, int buffer, LongColumn target) {
    int rows = batch.rows();
    ByteBuffer bytes = batch.buffer(buffer + 1, (long) rows * Long.BYTES);
    target.reset(rows);
    long[] values = target.values();
    bytes.asLongBuffer().get(0, values, 0, rows);
    batch.readNulls(node, buffer, target, row -> values[row] = 0);
  }

  static void ints(ReceivedBatch batch, int node, int buffer, IntColumn target) {
    int rows = batch.rows();
    ByteBuffer bytes = batch.buffer(buffer + 1, (long) rows * Integer.BYTES);
    target.reset(rows);
    int[] values = target.values();
    bytes.asIntBuffer().get(0, values, 0, rows);
    batch.readNulls(node, buffer, target, row -> values[row] = 0);
  }

  static void shorts(ReceivedBatch batch, int node, int buffer, ShortColumn target) {
    int rows = batch.rows();
    ByteBuffer bytes = batch.buffer(buffer + 1, (long) rows * Short.BYTES);
    target.reset(rows);
    short[] values = target.values();
    bytes.asShortBuffer().get(0, values, 0, rows);
    batch.readNulls(node, buffer, target, row -> values[row] = 0);
  }

  static void bytes(ReceivedBatch batch, int node, int buffer, ByteColumn target) {
    int rows = batch.rows();
    ByteBuffer bytes = batch.buffer(buffer + 1, rows);
    target.reset(rows);
    byte[] values = target.values();
    bytes.get(0, values, 0, rows);
    batch.readNulls(node, buffer, target, row -> values[row] = 0);
  }

  static void booleans(ReceivedBatch batch, int node, int buffer, ByteColumn target) {
    int rows = batch.rows();
    ByteBuffer bits = batch.buffer(buffer + 1, (rows + 7L) / 8);
    // Eight values are written at a time, past the last row too.
    target.reset(rows + 8);
    target.reset(rows);
    byte[] values = target.values();
    for (int row = 0; row < rows; row += 8) {
      Bits.unpack(bits.get(row >> 3), values, row);
    }
    batch.readNulls(node, buffer, target, row -> values[row] = 0);
  }

  static void decimals(ReceivedBatch batch, int node, int buffer, LongColumn target) {
    int rows = batch.rows();
    LongBuffer halves = batch.buffer(buffer + 1, rows * 16L).asLongBuffer();
    target.reset(rows);
    long[] values = target.values();
    for (int row = 0; row < rows; row++) {
      values[row] = halves.get(2 * row);
    }
    batch.readNulls(node, buffer, target, row -> values[row] = 0);
    for (int row = 0; row < rows; row++) {
      if (!target.isNull(row) && halves.get(2 * row + 1) != values[row] >> 63) {
        throw ReceivedMessage.damaged("the decimal in row " + row + " has more than 18 digits");
      }
    }
  }
}
