package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.codec.BatchEncoder;
import bridgebench.bridge.codec.EncodedBatch;
import bridgebench.bridge.rows.RowCursor;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.Compression;
import bridgebench.scenarios.model.Source;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * Writes rows into Arrow's buffers, which are kept from batch to batch, and sends them without a
 * copy. Column-wise, stretches of the window are copied in bulk; row-wise, a cursor is read through
 * a writer for each column, as Spark's ArrowWriter does from InternalRow.
 */
final class ArrowEncoder implements BatchEncoder {

  private final RowWindow window;
  private final Source source;
  private final RowCursor cursor;
  private final BufferAllocator allocator = new RootAllocator();
  private final ColumnWriter[] writers;
  private final BatchLayout layout = new BatchLayout();
  private final RecordBatchMessage message;
  private final SchemaMessage schema;

  /** An encoder that reads rows from this window, column-wise or row-wise. */
  ArrowEncoder(RowWindow window, Source source, Compression compression) {
    this.window = window;
    this.source = source;
    this.cursor = window.cursor();
    this.message = new RecordBatchMessage(allocator, ArrowCompression.codec(compression));
    List<ColumnSpec> columns = window.shape().columns();
    this.schema = SchemaMessage.of(ArrowFields.schema(columns));
    this.writers = new ColumnWriter[columns.size()];
    for (int i = 0; i < writers.length; i++) {
      writers[i] = ColumnWriter.of(columns.get(i), i, allocator);
    }
  }

  @Override
  public EncodedBatch schema() {
    return schema;
  }

  @Override
  public EncodedBatch encode(long firstRow, int rows) {
    for (ColumnWriter writer : writers) {
      writer.start(rows);
    }
    if (source == Source.COLUMNS) {
      appendColumns(firstRow, rows);
    } else {
      appendRows(firstRow, rows);
    }
    layout.clear();
    for (ColumnWriter writer : writers) {
      writer.finish(layout, rows);
    }
    return message.of(layout, rows);
  }

  @Override
  public void close() {
    message.close();
    for (ColumnWriter writer : writers) {
      writer.close();
    }
    allocator.close();
  }

  private void appendColumns(long firstRow, int rows) {
    int done = 0;
    while (done < rows) {
      long row = firstRow + done;
      int from = window.indexOf(row);
      int run = Math.min(rows - done, window.runLength(row));
      for (int i = 0; i < writers.length; i++) {
        writers[i].write(window.column(i), from, run, done);
      }
      done += run;
    }
  }

  private void appendRows(long firstRow, int rows) {
    cursor.moveTo(firstRow);
    if (writers.length == 1) {
      appendRowsOfOneColumn(writers[0], rows);
      return;
    }
    for (int i = 0; i < rows; i++) {
      for (ColumnWriter writer : writers) {
        writer.write(cursor, i);
      }
      cursor.next();
    }
  }

  /** Without an inner loop the compiler looks up the column once, not once a row. */
  private void appendRowsOfOneColumn(ColumnWriter writer, int rows) {
    for (int i = 0; i < rows; i++) {
      writer.write(cursor, i);
      cursor.next();
    }
  }
}
