package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.codec.EncodedBatch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.MessageSerializer;

/**
 * One encapsulated record batch message as a gather list: the metadata, then the buffers
 * themselves, each followed by what pads it to eight bytes.
 *
 * <pre>
 * 0xFFFFFFFF | int32 metadata length | metadata, padded | buffer, padded | buffer, padded | …
 * </pre>
 */
final class RecordBatchMessage implements EncodedBatch, AutoCloseable {

  private static final int CONTINUATION = -1;
  private static final int PREFIX_BYTES = 8;
  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(8).asReadOnlyBuffer();

  private final BufferAllocator allocator;
  private final CompressionCodec codec;
  private final List<ArrowBuf> compressed = new ArrayList<>();
  private long[] fingerprint = {};
  private ByteBuffer[] parts = {};
  private ByteBuffer metadataMemory = ByteBuffer.allocateDirect(0);
  private int frameBytes;

  /**
   * @param codec compresses the buffers; {@code NoCompressionCodec} leaves them where they are
   */
  RecordBatchMessage(BufferAllocator allocator, CompressionCodec codec) {
    this.allocator = allocator;
    this.codec = codec;
  }

  /** Lays out a batch; valid until the next call or until its buffers change. */
  EncodedBatch of(BatchLayout layout, int rows) {
    long[] next = layout.fingerprint();
    if (compresses()) {
      build(layout, rows, compress(layout.buffers()));
    } else if (Arrays.equals(next, fingerprint)) {
      rewind();
    } else {
      build(layout, rows, layout.buffers().stream().map(OutBuffer::arrowBuf).toList());
      fingerprint = next;
    }
    return this;
  }

  @Override
  public int frameBytes() {
    return frameBytes;
  }

  @Override
  public ByteBuffer[] parts() {
    return parts;
  }

  @Override
  public void close() {
    releaseCompressed();
  }

  private boolean compresses() {
    return codec.getCodecType() != CompressionUtil.CodecType.NO_COMPRESSION;
  }

  private void rewind() {
    for (ByteBuffer part : parts) {
      part.rewind();
    }
  }

  /** Arrow's codecs take a reference of what they are given; buffers that are absent stay so. */
  private List<ArrowBuf> compress(List<OutBuffer> buffers) {
    releaseCompressed();
    for (OutBuffer buffer : buffers) {
      ArrowBuf plain = buffer.arrowBuf();
      plain.getReferenceManager().retain();
      compressed.add(buffer.length() == 0 ? plain : codec.compress(allocator, plain));
    }
    return compressed;
  }

  private void releaseCompressed() {
    compressed.forEach(ArrowBuf::close);
    compressed.clear();
  }

  private void build(BatchLayout layout, int rows, List<ArrowBuf> buffers) {
    // Without references of its own the batch needs no closing.
    ArrowRecordBatch batch =
        new ArrowRecordBatch(
            rows,
            layout.fieldNodes(),
            buffers,
            CompressionUtil.createBodyCompression(codec),
            true,
            false);
    List<ByteBuffer> list = new ArrayList<>();
    list.add(metadata(MessageSerializer.serializeMetadata(batch)));
    for (ArrowBuf buffer : buffers) {
      addPadded(list, buffer);
    }
    parts = list.toArray(ByteBuffer[]::new);
    frameBytes = Math.toIntExact(list.stream().mapToLong(ByteBuffer::remaining).sum());
  }

  private static void addPadded(List<ByteBuffer> list, ArrowBuf buffer) {
    int length = Math.toIntExact(buffer.readableBytes());
    if (length == 0) {
      return;
    }
    list.add(buffer.nioBuffer(0, length).slice());
    int padding = -length & 7;
    if (padding != 0) {
      list.add(ZEROS.slice(0, padding));
    }
  }

  /** In memory that is kept: like the buffers, it is written out before the next batch is made. */
  private ByteBuffer metadata(ByteBuffer metadata) {
    int bytes = encapsulatedBytes(metadata.remaining());
    if (bytes > metadataMemory.capacity()) {
      metadataMemory = ByteBuffer.allocateDirect(Math.max(bytes, 2 * metadataMemory.capacity()));
    }
    encapsulate(metadata, metadataMemory.clear().limit(bytes));
    return metadataMemory;
  }

  /** Bytes of metadata with what precedes it and pads it to eight bytes. */
  static int encapsulatedBytes(int metadataBytes) {
    return PREFIX_BYTES + (metadataBytes + 7 & ~7);
  }

  /** Fills a buffer of just that many bytes, and leaves it at its start. */
  static void encapsulate(ByteBuffer metadata, ByteBuffer message) {
    message.order(ByteOrder.LITTLE_ENDIAN);
    message.putInt(CONTINUATION).putInt(message.remaining() - Integer.BYTES).put(metadata);
    while (message.hasRemaining()) {
      message.put((byte) 0);
    }
    message.rewind();
  }
}
