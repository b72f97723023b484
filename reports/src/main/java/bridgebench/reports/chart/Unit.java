package bridgebench.reports.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** What a number counts, and how it is written: three significant figures and a fitting prefix. */
public enum Unit {
  ROWS_PER_SECOND(
      "rows/s",
      List.of(new Prefix(1, ""), new Prefix(1e3, "k"), new Prefix(1e6, "M"), new Prefix(1e9, "G"))),
  ROWS(
      "rows",
      List.of(new Prefix(1, ""), new Prefix(1e3, "k"), new Prefix(1e6, "M"), new Prefix(1e9, "G"))),
  BYTES_PER_SECOND(
      "B/s",
      List.of(new Prefix(1, ""), new Prefix(1e3, "k"), new Prefix(1e6, "M"), new Prefix(1e9, "G"))),
  BYTES(
      "B",
      List.of(
          new Prefix(1, ""),
          new Prefix(1L << 10, "Ki"),
          new Prefix(1L << 20, "Mi"),
          new Prefix(1L << 30, "Gi"))),
  NANOS(
      "s",
      List.of(new Prefix(1, "n"), new Prefix(1e3, "µ"), new Prefix(1e6, "m"), new Prefix(1e9, ""))),
  PER_SECOND(
      "/s",
      List.of(new Prefix(1, ""), new Prefix(1e3, "k"), new Prefix(1e6, "M"), new Prefix(1e9, "G"))),
  RATIO("×", List.of(new Prefix(1, ""))),
  PERCENT("%", List.of(new Prefix(0.01, ""))),
  /** A fraction of samples at or below a value. */
  FRACTION("%", List.of(new Prefix(0.01, ""))),
  COUNT(
      "",
      List.of(new Prefix(1, ""), new Prefix(1e3, "k"), new Prefix(1e6, "M"), new Prefix(1e9, "G")));

  /** Three significant figures: more than any benchmark of this kind repeats. */
  private static final int FIGURES = 3;

  /** Shares and spreads are known less well. */
  private static final int PERCENT_FIGURES = 2;

  /** Beyond this, an interval says no more than that its forks do not bound the ratio. */
  private static final double MOST_RATIO = 1e5;

  private static final double MOST_SHARE = 1e3;

  /** A multiple of the unit and its symbol. */
  private record Prefix(double factor, String symbol) {}

  private final String symbol;
  private final List<Prefix> prefixes;

  Unit(String symbol, List<Prefix> prefixes) {
    this.symbol = symbol;
    this.prefixes = prefixes;
  }

  /** The number with its prefix and unit, for example {@code 6.21 M rows/s}. */
  public String format(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    if (this == RATIO && value > MOST_RATIO) {
      return "> 100000×";
    }
    if (this == RATIO && value > 0 && value < 1 / MOST_RATIO) {
      return "< 0.00001×";
    }
    if (this == PERCENT && value > MOST_SHARE) {
      return "> 100000 %";
    }
    Prefix prefix = prefixFor(value);
    String number = number(value / prefix.factor);
    return switch (this) {
      case RATIO, PERCENT, FRACTION -> number + (this == RATIO ? "×" : " %");
      case COUNT -> prefix.symbol.isEmpty() ? number : number + " " + prefix.symbol;
      default -> number + " " + joined(prefix);
    };
  }

  /** Both ends of a range; the unit once where the ends share it: {@code 5.46–5.84 M rows/s}. */
  public String formatRange(double low, double high) {
    String first = format(low);
    String last = format(high);
    int digits = numberLength(first);
    boolean sharesUnit = first.substring(digits).equals(last.substring(numberLength(last)));
    return (sharesUnit ? first.substring(0, digits) : first + " ")
        + "–"
        + (sharesUnit ? "" : " ")
        + last;
  }

  private static int numberLength(String text) {
    int length = 0;
    while (length < text.length() && "0123456789.−".indexOf(text.charAt(length)) >= 0) {
      length++;
    }
    return length;
  }

  /** The number for an axis tick: a rate's unit is left to the axis title. */
  String tick(double value) {
    if (this == FRACTION) {
      return percentile(value);
    }
    if (value == 0) {
      return "0";
    }
    Prefix prefix = prefixFor(value);
    String number = number(value / prefix.factor);
    return switch (this) {
      case RATIO -> number + "×";
      case PERCENT -> number + " %";
      case NANOS, BYTES -> number + " " + prefix.symbol + symbol;
      default -> prefix.symbol.isEmpty() ? number : number + " " + prefix.symbol;
    };
  }

  private String joined(Prefix prefix) {
    boolean isSpaced = this == ROWS_PER_SECOND || this == ROWS;
    return isSpaced && !prefix.symbol.isEmpty()
        ? prefix.symbol + " " + symbol
        : prefix.symbol + symbol;
  }

  private Prefix prefixFor(double value) {
    double size = Math.abs(value) * (1 + 1e-12);
    Prefix best = prefixes.get(0);
    for (Prefix prefix : prefixes) {
      if (size >= prefix.factor) {
        best = prefix;
      }
    }
    return best;
  }

  private String number(double value) {
    if (value == 0) {
      return "0";
    }
    int figures = this == PERCENT ? PERCENT_FIGURES : FIGURES;
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(figures, RoundingMode.HALF_EVEN));
    if (rounded.precision() - rounded.scale() > figures) {
      rounded = new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN);
    }
    String text = rounded.stripTrailingZeros().toPlainString();
    return text.replace('-', '−');
  }

  private static String percentile(double fraction) {
    return new BigDecimal(fraction * 100)
            .round(new MathContext(10, RoundingMode.HALF_EVEN))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }
}
