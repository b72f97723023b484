package bridgebench.bridge.driver;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What the path {@code call} calls: methods that do next to nothing, so that a call is all that
 * takes time. What comes back lets Python check what arrived.
 */
public final class Calls {

  /** What {@link #nothing} returns. */
  public static final int NOTHING = 42;

  private byte[] prepared = {};
  private byte[] taken = {};

  Calls() {}

  /** Does nothing: the static call. */
  public static int nothing() {
    return NOTHING;
  }

  /** Returns its argument. */
  public boolean takeBool(boolean value) {
    return value;
  }

  /** Returns its argument. */
  public int takeInt(int value) {
    return value;
  }

  /** Returns its argument. */
  public long takeLong(long value) {
    return value;
  }

  /** Returns its argument. */
  public double takeDouble(double value) {
    return value;
  }

  /** Returns its argument. */
  public String takeString(String value) {
    return value;
  }

  /** Returns the sum of the elements. */
  public long takeList(List<Integer> values) {
    return values.stream().mapToLong(Integer::longValue).sum();
  }

  /** Keeps the bytes and returns how many came. */
  public int takeBytes(byte[] values) {
    taken = values;
    return values.length;
  }

  /** The CRC-32 of the bytes that were kept: the check of {@link #takeBytes}. */
  public long checksumOfTaken() {
    CRC32 checksum = new CRC32();
    checksum.update(taken);
    return checksum.getValue();
  }

  /** Makes the bytes that {@link #giveBytes} returns: byte <i>i</i> is 31 <i>i</i> mod 251. */
  public void prepareBytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31L % 251);
    }
    prepared = bytes;
  }

  /** Returns the bytes that were prepared. */
  public byte[] giveBytes() {
    return Arrays.copyOf(prepared, prepared.length);
  }

  /** Calls Python and returns its answer. */
  public long callBack(PythonCallback callback, long value) {
    return callback.apply(value);
  }
}
