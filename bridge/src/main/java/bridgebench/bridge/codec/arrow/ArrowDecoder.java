package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.clock.StageClock;
import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.codec.MalformedBodyException;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.function.ResultCheck;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.ColumnBatch;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import bridgebench.scenarios.run.Stage;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * Reads record batches into typed arrays, one column at a time, when the column is asked for. A
 * damaged or hostile body ends in an error that says what is wrong with it.
 */
final class ArrowDecoder implements BatchDecoder, ColumnBatch {

  private final ResultCheck check;
  private final BufferAllocator allocator = new RootAllocator();
  private final InBuffer body = new InBuffer(allocator);
  private final ReceivedBatch batch = new ReceivedBatch(body, allocator);
  private final ColumnReader[] columns;
  private final int nodes;
  private final int buffers;
  private StageClock clock = new StageClock(false);
  private int bodyBytes;
  private byte[] acceptedSchema = {};

  /** A decoder whose batches are judged by this check, which also knows their columns. */
  ArrowDecoder(ResultCheck check) {
    this.check = check;
    List<ColumnSpec> results = check.results();
    this.columns = new ColumnReader[results.size()];
    Map<ColumnType, ColumnReader.Arrays> arrays = new EnumMap<>(ColumnType.class);
    int node = 0;
    int buffer = 0;
    for (int i = 0; i < columns.length; i++) {
      ColumnType type = results.get(i).type();
      columns[i] =
          new ColumnReader(node, buffer, arrays.computeIfAbsent(type, ColumnReader.Arrays::of));
      node += ColumnReader.nodes(type);
      buffer += ColumnReader.buffers(type);
    }
    this.nodes = node;
    this.buffers = buffer;
  }

  @Override
  public ByteBuffer bodyBuffer(FrameKind kind, int bodyBytes) {
    this.bodyBytes = bodyBytes;
    return body.room(bodyBytes);
  }

  @Override
  public void schema(int bodyBytes) {
    ByteBuffer message = body.view(0, bodyBytes);
    if (message.equals(ByteBuffer.wrap(acceptedSchema))) {
      return;
    }
    List<Field> fields =
        guarded(
            () ->
                MessageSerializer.deserializeSchema(
                        ReceivedMessage.read(body, bodyBytes, MessageHeader.Schema).metadata())
                    .getFields());
    ResultSchema.expect(check.results(), fields);
    // Each task sends the same one: it need not be understood again.
    acceptedSchema = new byte[bodyBytes];
    message.get(acceptedSchema);
  }

  @Override
  public int decode(int bodyBytes) {
    return guarded(
        () -> {
          batch.take(
              ReceivedMessage.read(body, bodyBytes, MessageHeader.RecordBatch), nodes, buffers);
          return batch.rows();
        });
  }

  @Override
  public ColumnBatch batch() {
    return this;
  }

  @Override
  public void check(long firstRow, StageClock clock) {
    this.clock = clock;
    check.accept(this, firstRow);
  }

  @Override
  public long checksum() {
    return check.checksum();
  }

  @Override
  public int rows() {
    return batch.rows();
  }

  @Override
  public Column column(int index) {
    clock.finished(Stage.JVM_CHECK);
    Column column = guarded(() -> columns[index].read(batch));
    clock.finished(Stage.JVM_DECODE);
    return column;
  }

  @Override
  public long peakDirectBytes() {
    return allocator.getPeakMemoryAllocation();
  }

  @Override
  public void close() {
    batch.close();
    body.close();
    allocator.close();
  }

  private <T> T guarded(Supplier<T> read) {
    try {
      return read.get();
    } catch (MalformedBodyException e) {
      throw e;
    } catch (OutOfMemoryException e) {
      throw new BridgeException(
          Kind.JVM,
          "no memory for a batch of "
              + bodyBytes
              + " bytes: lower batchRows, or raise -XX:MaxDirectMemorySize; Arrow says: "
              + e.getMessage(),
          "",
          e);
    } catch (RuntimeException e) {
      // Flatbuffers and the codecs answer damaged bytes with whatever their arrays throw.
      throw new MalformedBodyException(
          "an Arrow message in a body of " + bodyBytes + " bytes cannot be read: " + e, e);
    }
  }
}
