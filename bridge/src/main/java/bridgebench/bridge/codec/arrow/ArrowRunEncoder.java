package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.codec.EncodedBatch;
import bridgebench.bridge.codec.RunEncoder;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.compression.NoCompressionCodec;

/**
 * Copies runs in bulk into Arrow's buffers, which are kept from batch to batch. Timestamps are
 * declared to be instants, in UTC, as Spark declares its own.
 */
final class ArrowRunEncoder implements RunEncoder {

  private static final String ZONE = "UTC";

  private final List<ColumnSpec> columns;
  private final BufferAllocator allocator = new RootAllocator();
  private final ColumnWriter[] writers;
  private final BatchLayout layout = new BatchLayout();
  private final RecordBatchMessage message =
      new RecordBatchMessage(allocator, NoCompressionCodec.INSTANCE);
  private int rows;

  ArrowRunEncoder(List<ColumnSpec> columns) {
    this.columns = List.copyOf(columns);
    this.writers = new ColumnWriter[columns.size()];
    for (int i = 0; i < writers.length; i++) {
      writers[i] = ColumnWriter.of(columns.get(i), i, allocator);
    }
  }

  @Override
  public EncodedBatch schema() {
    return SchemaMessage.of(ArrowFields.schema(columns, ZONE));
  }

  @Override
  public void start(int rowsAtMost) {
    rows = 0;
    for (ColumnWriter writer : writers) {
      writer.start(rowsAtMost);
    }
  }

  @Override
  public void append(RowRun run) {
    for (int i = 0; i < writers.length; i++) {
      writers[i].write(run.column(i), run.start(i), run.rows(), rows);
    }
    rows += run.rows();
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public EncodedBatch finish() {
    layout.clear();
    for (ColumnWriter writer : writers) {
      writer.finish(layout, rows);
    }
    return message.of(layout, rows);
  }

  @Override
  public long peakDirectBytes() {
    return allocator.getPeakMemoryAllocation();
  }

  @Override
  public void close() {
    message.close();
    for (ColumnWriter writer : writers) {
      writer.close();
    }
    allocator.close();
  }
}
