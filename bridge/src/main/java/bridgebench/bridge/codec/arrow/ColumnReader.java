package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.ByteColumn;
import bridgebench.bridge.rows.BytesColumn;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.FloatColumn;
import bridgebench.bridge.rows.IntColumn;
import bridgebench.bridge.rows.ListColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.MapColumn;
import bridgebench.bridge.rows.ShortColumn;
import bridgebench.bridge.rows.StructColumn;
import bridgebench.scenarios.model.ColumnType;

/** Copies one column of a received batch into typed arrays. */
final class ColumnReader {

  private final int firstNode;
  private final int firstBuffer;
  private final Column target;
  private final Column scratch;

  /**
   * @param firstNode the column's own node, before those of its children
   * @param firstBuffer the column's first buffer
   * @param arrays where the values go, which columns of the same type share
   */
  ColumnReader(int firstNode, int firstBuffer, Arrays arrays) {
    this.firstNode = firstNode;
    this.firstBuffer = firstBuffer;
    this.target = arrays.target();
    this.scratch = arrays.scratch();
  }

  /**
   * Arrays for the columns of one type: a batch of many columns then passes through memory that
   * stays in the processor's caches.
   */
  record Arrays(Column target, Column scratch) {
    static Arrays of(ColumnType type) {
      return new Arrays(Column.ofType(type), Column.ofType(type));
    }
  }

  /** Nodes of a column of this type, its children's included. */
  static int nodes(ColumnType type) {
    return switch (type) {
      case LONG_ARRAY -> 2;
      case STRUCT -> 3;
      case STRING_LONG_MAP -> 4;
      default -> 1;
    };
  }

  /** Buffers of a column of this type, its children's included. */
  static int buffers(ColumnType type) {
    return switch (type) {
      case STRING, BINARY -> 3;
      case LONG_ARRAY -> 4;
      case STRUCT -> 6;
      case STRING_LONG_MAP -> 8;
      default -> 2;
    };
  }

  /** The column's values, valid until the next call for a column of the same type. */
  Column read(ReceivedBatch batch) {
    batch.expectLength(firstNode, batch.rows());
    switch (target.type()) {
      case BOOLEAN -> FixedWidth.booleans(batch, firstNode, firstBuffer, (ByteColumn) target);
      case BYTE -> FixedWidth.bytes(batch, firstNode, firstBuffer, (ByteColumn) target);
      case SHORT -> FixedWidth.shorts(batch, firstNode, firstBuffer, (ShortColumn) target);
      case INT, DATE -> FixedWidth.ints(batch, firstNode, firstBuffer, (IntColumn) target);
      case LONG, TIMESTAMP -> FixedWidth.longs(batch, firstNode, firstBuffer, (LongColumn) target);
      case FLOAT -> FixedWidth.floats(batch, firstNode, firstBuffer, (FloatColumn) target);
      case DOUBLE -> FixedWidth.doubles(batch, firstNode, firstBuffer, (DoubleColumn) target);
      case DECIMAL -> FixedWidth.decimals(batch, firstNode, firstBuffer, (LongColumn) target);
      case STRING, BINARY, LONG_ARRAY, STRUCT, STRING_LONG_MAP -> {
        return readWithLengths(batch);
      }
    }
    return target;
  }

  /** The slot of a null may hold anything: it is left out when there are nulls. */
  private Column readWithLengths(ReceivedBatch batch) {
    // Looked at before room is made for as many rows as the batch says it has.
    int perRow = target.type() == ColumnType.STRUCT ? 2 : 1;
    batch.buffer(firstBuffer + perRow, (long) batch.rows() * Integer.BYTES);
    scratch.reset(batch.rows());
    switch (target.type()) {
      case LONG_ARRAY -> Lengths.lists(batch, firstNode, firstBuffer, (ListColumn) scratch);
      case STRUCT -> Lengths.structs(batch, firstNode, firstBuffer, (StructColumn) scratch);
      case STRING_LONG_MAP -> Lengths.maps(batch, firstNode, firstBuffer, (MapColumn) scratch);
      default -> Lengths.bytes(batch, firstBuffer, (BytesColumn) scratch);
    }
    boolean sorted = !(scratch instanceof MapColumn maps) || MapOrder.isSorted(maps);
    if (sorted && !batch.hasNulls(firstNode)) {
      return scratch;
    }
    batch.readNulls(firstNode, firstBuffer, scratch, row -> {});
    target.clear();
    for (int row = 0; row < scratch.rows(); row++) {
      if (scratch.isNull(row)) {
        target.appendNull();
      } else if (sorted) {
        target.append(scratch, row, 1);
      } else {
        MapOrder.appendSorted((MapColumn) scratch, row, (MapColumn) target);
      }
    }
    return target;
  }
}
