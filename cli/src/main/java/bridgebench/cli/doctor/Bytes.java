package bridgebench.cli.doctor;

import java.util.Locale;

/** Writes byte counts for people. */
final class Bytes {
  private static final double GIB = 1L << 30;

  private Bytes() {}

  static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
  }
}
