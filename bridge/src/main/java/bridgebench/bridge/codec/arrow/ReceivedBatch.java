package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.Column;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.jspecify.annotations.Nullable;

/**
 * The record batch in the body of a frame. Every number that it declares is compared with what is
 * there before it is used; values are read through views that end where their buffers do.
 */
final class ReceivedBatch implements AutoCloseable {

  /** The buffers of a batch cannot declare more than a frame may hold. */
  private static final long MAX_UNCOMPRESSED_BYTES = 1L << 30;

  /** What a writer may leave in a buffer beside its values: padding, offsets of a slice. */
  private static final long SPARE_BYTES = 64 * 1024;

  private static final int LENGTH_BYTES = 8;

  private final InBuffer body;
  private final BufferAllocator allocator;
  private final RecordBatch batch = new RecordBatch();
  private final FieldNode node = new FieldNode();
  private final Buffer buffer = new Buffer();
  private final Map<Integer, ArrowBuf> uncompressed = new HashMap<>();
  private @Nullable CompressionCodec codec;
  private long uncompressedBytes;
  private int bodyFrom;
  private int bodyLength;
  private int rows;

  ReceivedBatch(InBuffer body, BufferAllocator allocator) {
    this.body = body;
    this.allocator = allocator;
  }

  /**
   * Takes the batch of a message.
   *
   * @param expectedNodes field nodes that the expected columns have
   * @param expectedBuffers buffers that the expected columns have
   */
  void take(ReceivedMessage message, int expectedNodes, int expectedBuffers) {
    releaseUncompressed();
    message.metadata().header(batch);
    bodyFrom = message.bodyFrom();
    bodyLength = message.bodyLength();
    if (batch.nodesLength() != expectedNodes || batch.buffersLength() != expectedBuffers) {
      throw ReceivedMessage.damaged(
          String.format(
              "expected a batch of %d fields and %d buffers, got %d and %d",
              expectedNodes, expectedBuffers, batch.nodesLength(), batch.buffersLength()));
    }
    if (batch.length() < 0 || batch.length() > Integer.MAX_VALUE) {
      throw ReceivedMessage.damaged("a batch declares " + batch.length() + " rows");
    }
    rows = (int) batch.length();
    BodyCompression compression = batch.compression();
    codec =
        compression == null
            ? null
            : CommonsCompressionFactory.INSTANCE.createCodec(
                CodecType.fromCompressionType(compression.codec()));
  }

  int rows() {
    return rows;
  }

  /** Values in a field, which must be at most what the batch's other numbers allow. */
  int length(int nodeIndex) {
    long length = batch.nodes(node, nodeIndex).length();
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw ReceivedMessage.damaged("field " + nodeIndex + " declares " + length + " values");
    }
    return (int) length;
  }

  /** Throws unless a field has this many values. */
  void expectLength(int nodeIndex, int expected) {
    if (length(nodeIndex) != expected) {
      throw ReceivedMessage.damaged(
          String.format(
              "field %d has %d values, expected %d", nodeIndex, length(nodeIndex), expected));
    }
  }

  /** Throws when a field that may not have nulls has any. */
  void expectNoNulls(int nodeIndex) {
    if (batch.nodes(node, nodeIndex).nullCount() != 0) {
      throw ReceivedMessage.damaged(
          "field " + nodeIndex + " has nulls where elements, fields and entries have none");
    }
  }

  boolean hasNulls(int nodeIndex) {
    return batch.nodes(node, nodeIndex).nullCount() != 0;
  }

  /**
   * Marks the rows of a column whose validity bits are not set.
   *
   * @param zero puts what the slot of a null holds into the column's slot
   */
  void readNulls(int nodeIndex, int bufferIndex, Column target, IntConsumer zero) {
    if (!hasNulls(nodeIndex)) {
      return;
    }
    int count = unpackNulls(buffer(bufferIndex, (target.rows() + 7L) / 8), target);
    target.nullsFilled(count);
    byte[] nulls = target.nulls();
    for (int row = 0; row < target.rows(); row++) {
      if (nulls[row] != 0) {
        zero.accept(row);
      }
    }
  }

  private static int unpackNulls(ByteBuffer validity, Column target) {
    byte[] nulls = target.nullsToFill();
    int count = 0;
    for (int row = 0; row < target.rows(); row += 8) {
      int past = Math.max(0, row + 8 - target.rows());
      int absent = ~validity.get(row >> 3) & 0xFF >> past;
      Bits.unpack((byte) absent, nulls, row);
      count += Integer.bitCount(absent);
    }
    return count;
  }

  /**
   * A buffer's bytes in Arrow's byte order.
   *
   * @param needed the bytes that it must at least have
   */
  ByteBuffer buffer(int bufferIndex, long needed) {
    ByteBuffer bytes = bytes(bufferIndex, needed);
    if (bytes.remaining() < needed) {
      throw ReceivedMessage.damaged(
          String.format(
              "buffer %d has %d bytes, and its values need %d",
              bufferIndex, bytes.remaining(), needed));
    }
    return bytes;
  }

  @Override
  public void close() {
    releaseUncompressed();
  }

  private ByteBuffer bytes(int bufferIndex, long needed) {
    batch.buffers(buffer, bufferIndex);
    long offset = buffer.offset();
    long length = buffer.length();
    if (offset < 0 || length < 0 || length > bodyLength || offset > bodyLength - length) {
      throw ReceivedMessage.damaged(
          String.format(
              "buffer %d lies at %d and is %d bytes long, in a body of %d bytes",
              bufferIndex, offset, length, bodyLength));
    }
    int from = bodyFrom + (int) offset;
    return codec == null || length == 0
        ? body.view(from, (int) length)
        : decompressed(codec, bufferIndex, from, (int) length, needed);
  }

  private ByteBuffer decompressed(
      CompressionCodec withCodec, int bufferIndex, int from, int length, long needed) {
    ArrowBuf plain = uncompressed.get(bufferIndex);
    if (plain == null) {
      expectDeclared(bufferIndex, from, length, needed);
      plain = withCodec.decompress(allocator, body.arrowBuf(from, length));
      uncompressed.put(bufferIndex, plain);
    }
    return plain
        .nioBuffer(0, Math.toIntExact(plain.readableBytes()))
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** As much memory as a compressed buffer declares is allocated: it is compared first. */
  private void expectDeclared(int bufferIndex, int from, int length, long needed) {
    long declared = length < LENGTH_BYTES ? -2 : body.view(from, LENGTH_BYTES).getLong(0);
    if (declared < -1 || declared > 2 * needed + SPARE_BYTES) {
      throw ReceivedMessage.damaged(
          String.format(
              "compressed buffer %d declares %d bytes, and its values need %d",
              bufferIndex, declared, needed));
    }
    uncompressedBytes += Math.max(0, declared);
    if (uncompressedBytes > MAX_UNCOMPRESSED_BYTES) {
      throw ReceivedMessage.damaged(
          String.format(
              "the compressed buffers up to number %d declare %d bytes, more than the %d that a"
                  + " batch may have",
              bufferIndex, uncompressedBytes, MAX_UNCOMPRESSED_BYTES));
    }
  }

  private void releaseUncompressed() {
    uncompressed.values().forEach(ArrowBuf::close);
    uncompressed.clear();
    uncompressedBytes = 0;
  }
}
