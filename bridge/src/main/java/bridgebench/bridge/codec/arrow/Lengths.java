package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.BytesColumn;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.ListColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.MapColumn;
import bridgebench.bridge.rows.StructColumn;
import bridgebench.scenarios.model.ColumnType;
import java.nio.ByteBuffer;

/** Columns whose values have a length of their own, or children; nulls are not looked at. */
final class Lengths {

  private Lengths() {}

  /** Validity, offsets, data. */
  static void bytes(ReceivedBatch batch, int buffer, BytesColumn target) {
    int rows = target.rows();
    int start = offsets(batch, buffer + 1, target.offsets(), rows);
    int length = target.offsets()[rows];
    ByteBuffer data = batch.buffer(buffer + 2, (long) start + length);
    target.ensureDataBytes(length);
    data.get(start, target.data(), 0, length);
  }

  /** Validity, offsets; element node: validity, values. */
  static void lists(ReceivedBatch batch, int node, int buffer, ListColumn target) {
    int rows = target.rows();
    int start = offsets(batch, buffer + 1, target.offsets(), rows);
    elements(batch, node + 1, buffer + 2, start, target.offsets()[rows], target.elements());
  }

  /** Validity; node of a: validity, values; node of b: validity, offsets, data. */
  static void structs(ReceivedBatch batch, int node, int buffer, StructColumn target) {
    int rows = target.rows();
    boolean nulls = batch.hasNulls(node);
    for (int child = node + 1; child <= node + 2; child++) {
      batch.expectLength(child, rows);
      if (!nulls) {
        batch.expectNoNulls(child);
      }
    }
    batch
        .buffer(buffer + 2, (long) rows * Long.BYTES)
        .asLongBuffer()
        .get(0, target.a().values(), 0, rows);
    bytes(batch, buffer + 3, target.b());
  }

  /** Validity, offsets; entries node: validity; key node: as bytes; value node: as elements. */
  static void maps(ReceivedBatch batch, int node, int buffer, MapColumn target) {
    int rows = target.rows();
    int start = offsets(batch, buffer + 1, target.offsets(), rows);
    int entries = target.offsets()[rows];
    keys(batch, node + 2, buffer + 3, start, entries, target.keys());
    elements(batch, node + 3, buffer + 6, start, entries, target.values());
  }

  private static void keys(
      ReceivedBatch batch, int node, int buffer, int start, int count, BytesColumn target) {
    int all = batch.length(node);
    expectElements(node, start, count, all);
    batch.expectNoNulls(node);
    batch.buffer(buffer + 1, all == 0 ? 0 : (all + 1L) * Integer.BYTES);
    BytesColumn everyKey = (BytesColumn) Column.ofType(ColumnType.STRING);
    everyKey.reset(all);
    bytes(batch, buffer, everyKey);
    target.clear();
    target.append(everyKey, start, count);
  }

  private static void elements(
      ReceivedBatch batch, int node, int buffer, int start, int count, LongColumn target) {
    expectElements(node, start, count, batch.length(node));
    batch.expectNoNulls(node);
    ByteBuffer values = batch.buffer(buffer + 1, ((long) start + count) * Long.BYTES);
    target.reset(count);
    values.asLongBuffer().get(start, target.values(), 0, count);
  }

  private static void expectElements(int node, int start, int count, int present) {
    if ((long) start + count > present) {
      throw ReceivedMessage.damaged(
          String.format(
              "offsets reach element %d of field %d, which has %d",
              (long) start + count, node, present));
    }
  }

  /** Reads offsets, moved so that they start at 0, and returns where they started. */
  private static int offsets(ReceivedBatch batch, int buffer, int[] offsets, int rows) {
    if (rows == 0) {
      offsets[0] = 0;
      return 0;
    }
    batch.buffer(buffer, (rows + 1L) * Integer.BYTES).asIntBuffer().get(0, offsets, 0, rows + 1);
    int start = offsets[0];
    int previous = start;
    for (int i = 0; i <= rows; i++) {
      if (offsets[i] < previous || start < 0) {
        throw ReceivedMessage.damaged(
            "offset " + i + " of buffer " + buffer + " is " + offsets[i] + ", after " + previous);
      }
      previous = offsets[i];
      offsets[i] -= start;
    }
    return start;
  }
}
