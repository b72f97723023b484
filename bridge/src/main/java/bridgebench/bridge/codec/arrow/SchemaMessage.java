package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.codec.EncodedBatch;
import java.nio.ByteBuffer;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;

/** A schema message, which is the body of a SCHEMA frame and can be sent again as it is. */
record SchemaMessage(ByteBuffer message) implements EncodedBatch {

  static SchemaMessage of(Schema schema) {
    ByteBuffer metadata = MessageSerializer.serializeMetadata(schema);
    ByteBuffer message =
        ByteBuffer.allocateDirect(RecordBatchMessage.encapsulatedBytes(metadata.remaining()));
    RecordBatchMessage.encapsulate(metadata, message);
    return new SchemaMessage(message);
  }

  @Override
  public int frameBytes() {
    return message.capacity();
  }

  @Override
  public ByteBuffer[] parts() {
    return new ByteBuffer[] {message.duplicate()};
  }
}
