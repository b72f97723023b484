package bridgebench.bridge.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Makes strings and byte strings: either a mix of short lengths, the empty string among them, or
 * values of a given length followed by the row's own mark.
 */
final class TextMaker {

  private static final int LONGEST_SHORT = 24;
  private static final int ONE_EMPTY_IN = 16;
  private static final int ONE_NON_ASCII_IN = 8;
  private static final int MARK_BYTES = 4;
  private static final byte[] ASCII =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _".getBytes(UTF_8);

  /**
   * Letters of two, three and four bytes whose upper case is one letter in every library: no ß, no
   * ligatures, no dotless i.
   */
  private static final byte[][] NON_ASCII =
      "éñüçåøæÆÉβδλωΩжщяЖ中文字かな한국€😀🚀"
          .codePoints()
          .mapToObj(point -> Character.toString(point).getBytes(UTF_8))
          .toArray(byte[][]::new);

  private final SplittableRandom random;
  private final int valueBytes;

  TextMaker(SplittableRandom random, int valueBytes) {
    this.random = random;
    this.valueBytes = valueBytes;
  }

  byte[] string(int row) {
    if (valueBytes > 0) {
      byte[] value = randomBytes(valueBytes + MARK_BYTES);
      for (int i = 0; i < valueBytes; i++) {
        value[i] = ASCII[value[i] & 63];
      }
      return marked(value, row);
    }
    if (below(ONE_EMPTY_IN) == 0) {
      return new byte[0];
    }
    return below(ONE_NON_ASCII_IN) == 0 ? nonAscii() : ascii();
  }

  byte[] binary(int row) {
    if (valueBytes > 0) {
      return marked(randomBytes(valueBytes + MARK_BYTES), row);
    }
    return below(ONE_EMPTY_IN) == 0 ? new byte[0] : randomBytes(shortLength());
  }

  private byte[] ascii() {
    byte[] value = randomBytes(shortLength());
    for (int i = 0; i < value.length; i++) {
      value[i] = ASCII[value[i] & 63];
    }
    return value;
  }

  private byte[] nonAscii() {
    byte[] value = new byte[LONGEST_SHORT];
    int length = 0;
    int wanted = shortLength();
    while (length < wanted) {
      byte[] letter = NON_ASCII[below(NON_ASCII.length)];
      if (length + letter.length > LONGEST_SHORT) {
        break;
      }
      System.arraycopy(letter, 0, value, length, letter.length);
      length += letter.length;
    }
    return Arrays.copyOf(value, length);
  }

  /** Ends the value with the row's number in letters, which tells long values apart. */
  private static byte[] marked(byte[] value, int row) {
    int rest = row;
    for (int i = 1; i <= MARK_BYTES; i++) {
      value[value.length - i] = (byte) ('a' + rest % 26);
      rest /= 26;
    }
    return value;
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    long bits = 0;
    for (int i = 0; i < count; i++) {
      bits = i % 8 == 0 ? random.nextLong() : bits >>> 8;
      bytes[i] = (byte) bits;
    }
    return bytes;
  }

  private int shortLength() {
    return 1 + below(LONGEST_SHORT);
  }

  private int below(int bound) {
    return (int) Long.remainderUnsigned(random.nextLong(), bound);
  }
}
