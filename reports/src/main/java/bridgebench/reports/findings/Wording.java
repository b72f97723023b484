package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Figure;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Axis values, amounts and intervals as a sentence has them. */
public final class Wording {

  private Wording() {}

  /**
   * A value of an axis as the subject of a sentence: "arrow", "a Unix socket", "1,000 rows a
   * batch".
   */
  public static String subject(Axis axis, String word) {
    return switch (axis) {
      case TRANSPORT ->
          switch (word) {
            case "unix" -> "a Unix socket";
            case "tcp" -> "TCP";
            case "pipe" -> "a pipe";
            default -> word;
          };
      case START ->
          switch (word) {
            case "cold" -> "a cold start";
            case "daemon" -> "a start by the daemon";
            case "reuse" -> "a reused worker";
            default -> word;
          };
      case BATCH_ROWS -> rows(word) + " a batch";
      case BATCHES_PER_SECOND -> word.equals("0") ? "no rate" : count(word) + " batches a second";
      case ROWS -> rows(word);
      case MESSAGE_BYTES -> "a message of " + bytes(word);
      case WORKERS -> word.equals("1") ? "1 worker" : word + " workers";
      case THREADS -> word.equals("1") ? "1 thread" : word + " threads";
      case ELEMENTS -> word.equals("1") ? "1 element" : count(word) + " elements";
      case PLACE -> word.equals("jvm") ? "the work in the JVM" : "the work in Python";
      case ORIGIN -> word.equals("jvm") ? "data from the JVM" : "data held in Python";
      case WINDOW_ROWS ->
          word.equals("0") ? "rows of the default window" : "rows that repeat after " + count(word);
      case CALL -> "call " + word;
      case PLAN -> "plan " + word;
      case ROWS_AS -> word.equals("rows") ? "collecting named rows" : "collecting " + word;
      case TIME_ZONE -> "time zone " + word;
      case WRITER -> "writer " + word;
      case SOURCE -> "source " + word;
      case SHAPE -> "shape " + word;
      case FUNCTION -> "function " + word;
      case FLUSH -> "flush " + word;
      case COMPRESSION -> "compression " + word;
      case MODE -> word.equals("jvm") ? "the JVM alone" : word;
      case PATH, ENGINE, EXCHANGE, DIRECTION -> word;
      default -> axis.suiteName() + " " + word;
    };
  }

  private static String rows(String word) {
    return word.equals("1") ? "1 row" : count(word) + " rows";
  }

  /**
   * A value of an axis as the circumstance of a sentence: "over TCP", "with 1,000 rows a batch".
   */
  public static String circumstance(Axis axis, String word) {
    return switch (axis) {
      case TRANSPORT -> "over " + subject(axis, word);
      case MODE -> "in mode " + word;
      case DIRECTION -> "to " + word;
      case EXCHANGE -> "in a " + word + " exchange";
      case BATCHES_PER_SECOND -> (word.equals("0") ? "with " : "at ") + subject(axis, word);
      default -> "with " + subject(axis, word);
    };
  }

  /** The circumstances of a scenario on some axes, for the start of a sentence; may be empty. */
  static String opening(Scenario scenario, Collection<Axis> axes) {
    String joined =
        axes.stream()
            .filter(axis -> scenario.word(axis) != null)
            .map(axis -> circumstance(axis, Objects.requireNonNull(scenario.word(axis))))
            .collect(Collectors.joining(", "));
    return joined.isEmpty() ? "" : joined + ", ";
  }

  /**
   * What tells an arm from others on these axes: "arrow over a Unix socket with 100 rows a batch".
   */
  public static String name(Scenario scenario, Collection<Axis> axes) {
    List<Axis> present = axes.stream().filter(axis -> scenario.word(axis) != null).toList();
    if (present.isEmpty()) {
      return "";
    }
    Axis first = present.contains(Axis.MODE) ? Axis.MODE : present.get(0);
    StringBuilder name = new StringBuilder(subject(first, scenario.require(first)));
    present.stream()
        .filter(axis -> axis != first)
        .forEach(axis -> name.append(' ').append(circumstance(axis, scenario.require(axis))));
    return name.toString();
  }

  static String capitalised(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** A whole number in words: "10,000", "2.5 million"; other words as they are. */
  public static String count(String word) {
    try {
      return count(Long.parseLong(word));
    } catch (NumberFormatException e) {
      return word;
    }
  }

  /** "950", "10,000", "2.5 million", "1 billion". */
  public static String count(double amount) {
    if (amount >= 1e9) {
      return digits(amount / 1e9) + " billion";
    }
    return amount >= 1e6
        ? digits(amount / 1e6) + " million"
        : String.format(Locale.ROOT, "%,.0f", amount);
  }

  /** "8 B", "64 KiB", "16 MiB"; other words as they are. */
  public static String bytes(String word) {
    try {
      return bytes((double) Long.parseLong(word));
    } catch (NumberFormatException e) {
      return word;
    }
  }

  /** "8 B", "64 KiB", "1.5 GiB". */
  public static String bytes(double amount) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    int unit = 0;
    double scaled = amount;
    while (scaled >= 1024 && unit < units.length - 1) {
      scaled /= 1024;
      unit++;
    }
    return digits(scaled) + " " + units[unit];
  }

  /** "950 B", "64 kB", "1.5 GB": rates have the decimal prefixes of the tables and charts. */
  private static String decimalBytes(double amount) {
    String[] units = {"B", "kB", "MB", "GB", "TB"};
    int unit = 0;
    double scaled = amount;
    while (scaled >= 1000 && unit < units.length - 1) {
      scaled /= 1000;
      unit++;
    }
    return digits(scaled) + " " + units[unit];
  }

  /** "850 ns", "3.72 µs", "12.5 ms", "4.2 s". */
  public static String nanos(double nanos) {
    String[] units = {"ns", "µs", "ms", "s"};
    int unit = 0;
    double scaled = nanos;
    while (Math.abs(scaled) >= 1000 && unit < units.length - 1) {
      scaled /= 1000;
      unit++;
    }
    return digits(scaled) + " " + units[unit];
  }

  /** A metric's value with its unit. */
  public static String amount(Metric metric, double value) {
    return switch (metric) {
      case TASK_NANOS, RESPONSE_NANOS -> nanos(value);
      case ROWS_PER_SECOND -> count(value) + " rows a second";
      case SENT_BYTES_PER_SECOND, RECEIVED_BYTES_PER_SECOND -> decimalBytes(value) + " a second";
      case CALLS_PER_SECOND -> count(value) + " calls a second";
    };
  }

  /** "95 % interval LOW to HIGH; 5 forks", or "2 forks" alone where there are no more. */
  static String support(Metric metric, Figure figure, int forks) {
    return forks < VerdictRule.FORKS_FOR_A_TOLD_INTERVAL
        ? forks(forks, forks)
        : "95 % interval "
            + range(amount(metric, figure.low()), amount(metric, figure.high()))
            + "; "
            + forks(forks, forks);
  }

  /** "203 to 216 million rows a second": a unit that both ends share is said once. */
  static String range(String low, String high) {
    int space = low.indexOf(' ');
    boolean same = space > 0 && high.endsWith(low.substring(space));
    boolean oneSpace = same && high.indexOf(' ') == high.length() - low.length() + space;
    return (oneSpace ? low.substring(0, space) : low) + " to " + high;
  }

  static String forks(int one, int other) {
    if (one == other) {
      return one == 1 ? "1 fork" : one + " forks";
    }
    return one + " and " + other + " forks";
  }

  /** Three significant digits, without an exponent and without trailing zeros after the point. */
  public static String digits(double value) {
    double size = Math.abs(value);
    int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  /** A ratio to three significant digits, trailing zeros kept so that its ends line up. */
  static String ratio(double value) {
    int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** How large a difference is: "7.1 %", or "a factor of 9.8" where percent would mislead. */
  static String difference(double percent) {
    return percent <= 100 ? percent(percent) : "a factor of " + digits(1 + percent / 100);
  }

  static String percent(double percent) {
    double size = Math.abs(percent);
    return String.format(Locale.ROOT, size >= 9.95 ? "%.0f %%" : "%.1f %%", size);
  }

  /** "a", "a and b", "a, b and c". */
  static String list(Stream<String> words) {
    List<String> all = words.toList();
    int last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }
}
