package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.codec.EncodedBatch;
import java.nio.ByteBuffer;

/** A schema message, which is the body of a SCHEMA frame. */
record SchemaMessage(ByteBuffer message) implements EncodedBatch {

  @Override
  public int frameBytes() {
    return message.capacity();
  }

  @Override
  public ByteBuffer[] parts() {
    return new ByteBuffer[] {message.duplicate()};
  }
}
