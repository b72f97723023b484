package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.codec.MalformedBodyException;
import java.nio.ByteBuffer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;

/**
 * An encapsulated message as it was received: its metadata, and where its body lies. Metadata is
 * read through a view that ends with it, so that no offset in it leads anywhere else.
 */
record ReceivedMessage(Message metadata, int bodyFrom, int bodyLength) {

  private static final int CONTINUATION = -1;
  private static final int PREFIX_BYTES = 8;

  /**
   * Reads the frame in the buffer.
   *
   * @param header which kind of message it must be, a constant of {@link MessageHeader}
   */
  static ReceivedMessage read(InBuffer buffer, int frameBytes, byte header) {
    if (frameBytes < PREFIX_BYTES) {
      throw damaged("a frame of " + frameBytes + " bytes is shorter than a message's prefix");
    }
    ByteBuffer prefix = buffer.view(0, PREFIX_BYTES);
    int length = prefix.getInt(4);
    if (prefix.getInt(0) != CONTINUATION || length < 4 || length > frameBytes - PREFIX_BYTES) {
      throw damaged(
          String.format(
              "a frame of %d bytes begins with 0x%08x and declares %d bytes of metadata",
              frameBytes, prefix.getInt(0), length));
    }
    Message message = Message.getRootAsMessage(buffer.view(PREFIX_BYTES, length));
    if (message.headerType() != header) {
      throw damaged(
          "expected a "
              + MessageHeader.name(header)
              + " message, got header type "
              + message.headerType());
    }
    int bodyFrom = PREFIX_BYTES + length;
    if (message.bodyLength() < 0 || message.bodyLength() > frameBytes - bodyFrom) {
      throw damaged(
          String.format(
              "a message declares a body of %d bytes, and %d are left in its frame",
              message.bodyLength(), frameBytes - bodyFrom));
    }
    return new ReceivedMessage(message, bodyFrom, (int) message.bodyLength());
  }

  static MalformedBodyException damaged(String what) {
    return new MalformedBodyException("not an Arrow message as the worker should send: " + what);
  }
}
