package bridgebench.bridge.python;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for contents: the first 16 hex digits of SHA-256 over length-prefixed parts. */
final class ContentHash {
  private final MessageDigest digest;

  ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  ContentHash add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  ContentHash add(byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
    return this;
  }

  String name() {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }
}
