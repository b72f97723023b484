package bridgebench.bridge.transport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** 256 random bits that only the worker that we started is told, over its stdin. */
public final class Secret {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private final String hex;

  private Secret(String hex) {
    this.hex = hex;
  }

  /** A secret that nobody has seen. */
  public static Secret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  /** 64 hex digits, as they travel. */
  public String hex() {
    return hex;
  }

  /** Whether a peer's text is this secret, in time that does not depend on where they differ. */
  public boolean matches(String offered) {
    return MessageDigest.isEqual(
        hex.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
  }

  /** Not the secret: it must not reach a log. */
  @Override
  public String toString() {
    return "Secret[…]";
  }
}
