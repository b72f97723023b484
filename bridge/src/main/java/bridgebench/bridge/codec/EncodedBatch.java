package bridgebench.bridge.codec;

import java.nio.ByteBuffer;

/** The body of a frame as a gather list, which stays valid until the encoder's next batch. */
public interface EncodedBatch {

  /** Bytes in all parts. */
  int frameBytes();

  /** The parts in order, positioned at their starts; a transport may move the positions. */
  ByteBuffer[] parts();
}
