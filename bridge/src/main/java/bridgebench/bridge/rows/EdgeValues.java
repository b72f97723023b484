package bridgebench.bridge.rows;

/** The awkward values of each type but timestamps, picked by random bits. */
final class EdgeValues {

  private static final byte[] BYTES = {Byte.MIN_VALUE, -1, 0, Byte.MAX_VALUE};
  private static final short[] SHORTS = {Short.MIN_VALUE, -1, 0, Short.MAX_VALUE};
  private static final int[] INTS = {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE};
  private static final long[] LONGS = {
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    Integer.MIN_VALUE - 1L,
    -1,
    0,
    Integer.MAX_VALUE + 1L,
    (1L << 53) + 1,
    Long.MAX_VALUE - 1,
    Long.MAX_VALUE
  };
  private static final float[] FLOATS = {
    Float.NaN, -0.0f, 0.0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE
  };
  private static final double[] DOUBLES = {
    Double.NaN, -0.0, 0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE
  };

  /** Well inside 18 digits, so that adding one cannot overflow decimal(18,4). */
  private static final long[] DECIMALS = {
    -100_000_000_000_000_000L, -10_000, -1, 0, 1, 100_000_000_000_000_000L
  };

  /** 0001-01-01, the day before 1970, 1970 and 9999-12-31: the range of Python's datetime. */
  private static final int[] DATES = {-719_162, -1, 0, 2_932_896};

  private EdgeValues() {}

  static byte anyByte(long bits) {
    return BYTES[pick(bits, BYTES.length)];
  }

  static short anyShort(long bits) {
    return SHORTS[pick(bits, SHORTS.length)];
  }

  static int anyInt(long bits) {
    return INTS[pick(bits, INTS.length)];
  }

  static long anyLong(long bits) {
    return LONGS[pick(bits, LONGS.length)];
  }

  static float anyFloat(long bits) {
    return FLOATS[pick(bits, FLOATS.length)];
  }

  static double anyDouble(long bits) {
    return DOUBLES[pick(bits, DOUBLES.length)];
  }

  static long anyDecimal(long bits) {
    return DECIMALS[pick(bits, DECIMALS.length)];
  }

  static int anyDate(long bits) {
    return DATES[pick(bits, DATES.length)];
  }

  private static int pick(long bits, int choices) {
    return (int) Long.remainderUnsigned(bits, choices);
  }
}
