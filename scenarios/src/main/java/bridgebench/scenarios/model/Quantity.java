package bridgebench.scenarios.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts, sizes and durations as suites spell them: {@code 1_000}, {@code 10k}, {@code 1.5M};
 * {@code 64KiB}, {@code 16MiB}; {@code 300ms}, {@code 2s}.
 */
public final class Quantity {

  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("([0-9][0-9_]{0,30}(?:\\.[0-9]{1,18})?) ?([A-Za-zµ]{0,3})");

  private static final Map<String, Long> COUNT_UNITS =
      units("", 1L, "k", 1_000L, "M", 1_000_000L, "G", 1_000_000_000L);
  private static final Map<String, Long> BYTE_UNITS =
      units("", 1L, "B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);
  private static final Map<String, Long> TIME_UNITS =
      units("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "min", 60_000_000_000L);

  private Quantity() {}

  /**
   * A whole count, for example {@code 10k} as 10000.
   *
   * @throws IllegalArgumentException naming the text and the expected spelling
   */
  public static long parseCount(String text) {
    return parse(text, COUNT_UNITS, "a whole number such as 1_000, 10k or 1M");
  }

  /**
   * A number of bytes, for example {@code 64KiB} as 65536.
   *
   * @throws IllegalArgumentException naming the text and the expected spelling
   */
  public static long parseBytes(String text) {
    return parse(text, BYTE_UNITS, "a size such as 8, 64KiB or 16MiB");
  }

  /**
   * A duration in nanoseconds, for example {@code 300ms} as 300000000.
   *
   * @throws IllegalArgumentException naming the text and the expected spelling
   */
  public static long parseNanos(String text) {
    return parse(text, TIME_UNITS, "a duration such as 500us, 300ms, 2s or 1min");
  }

  /** The shortest exact spelling: 10000 as {@code 10k}, 1234 as {@code 1234}. */
  public static String formatCount(long count) {
    return format(count, COUNT_UNITS);
  }

  /** The shortest exact spelling: 65536 as {@code 64KiB}, 8 as {@code 8B}. */
  public static String formatBytes(long bytes) {
    return format(bytes, BYTE_UNITS);
  }

  /** The shortest exact spelling in seconds or less: 5000000 as {@code 5ms}. */
  public static String formatNanos(long nanos) {
    Map<String, Long> toSeconds = new LinkedHashMap<>(TIME_UNITS);
    toSeconds.remove("min");
    return format(nanos, toSeconds);
  }

  private static long parse(String text, Map<String, Long> units, String expected) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text);
    Long unit = matcher.matches() ? units.get(matcher.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(QuotedWord.of(text) + " is not " + expected);
    }
    try {
      return new BigDecimal(matcher.group(1).replace("_", ""))
          .multiply(BigDecimal.valueOf(unit))
          .longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          QuotedWord.of(text) + " is not " + expected + ": it is no whole number below 2^63", e);
    }
  }

  private static String format(long value, Map<String, Long> units) {
    String best = Long.toString(value);
    for (Map.Entry<String, Long> unit : units.entrySet()) {
      if (value % unit.getValue() == 0 && (value != 0 || unit.getValue() == 1)) {
        best = value / unit.getValue() + unit.getKey();
      }
    }
    return best;
  }

  private static Map<String, Long> units(Object... namesAndFactors) {
    Map<String, Long> units = new LinkedHashMap<>();
    for (int i = 0; i < namesAndFactors.length; i += 2) {
      units.put((String) namesAndFactors[i], (Long) namesAndFactors[i + 1]);
    }
    return units;
  }
}
