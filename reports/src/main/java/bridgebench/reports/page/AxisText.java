package bridgebench.reports.page;

import bridgebench.reports.chart.Unit;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Axes and their values in words for readers. */
final class AxisText {

  private AxisText() {}

  /** The axis as a heading, for example "Rows per batch". */
  static String title(Axis axis) {
    return switch (axis) {
      case BATCH_ROWS -> "Rows per batch";
      case BATCHES_PER_SECOND -> "Batches per second";
      case WINDOW_ROWS -> "Rows in the window";
      case ROWS -> "Rows";
      case MESSAGE_BYTES -> "Message size";
      case SOCKET_BUFFER_BYTES -> "Socket buffer";
      case PIPE_BYTES -> "Pipe size";
      case TCP_NO_DELAY -> "TCP_NODELAY";
      case FIRST_TASKS -> "First tasks";
      case ROWS_AS -> "Rows as";
      case SELF_DESTRUCT -> "Self-destruct";
      case SPLIT_BLOCKS -> "Split blocks";
      case BUDGET_BYTES -> "Memory budget";
      case TIME_ZONE -> "Time zone";
      default -> capitalised(axis.suiteName());
    };
  }

  /** The unit of an axis of numbers. */
  static Unit unit(Axis axis) {
    return switch (axis) {
      case MESSAGE_BYTES, SOCKET_BUFFER_BYTES, PIPE_BYTES, BUDGET_BYTES -> Unit.BYTES;
      case ROWS, BATCH_ROWS, WINDOW_ROWS -> Unit.ROWS;
      default -> Unit.COUNT;
    };
  }

  /** The value as a number, or empty where it is a word. */
  static OptionalDouble number(@Nullable String word) {
    if (word == null) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(word));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** The value in a label among values of other axes, for example "10 k rows a batch". */
  static String value(Axis axis, @Nullable String word) {
    if (word == null) {
      return "";
    }
    OptionalDouble number = number(word);
    if (number.isEmpty()) {
      return switch (axis) {
        case TCP_NO_DELAY -> "TCP_NODELAY " + word;
        case STAGES -> "stages " + word;
        case SELF_DESTRUCT -> "self-destruct " + word;
        case SPLIT_BLOCKS -> "split blocks " + word;
        case ORIGIN -> word.equals("jvm") ? "from the JVM" : "already in Python";
        case PLACE -> "in " + (word.equals("jvm") ? "the JVM" : "Python");
        default -> word;
      };
    }
    String text = unit(axis).format(number.getAsDouble());
    return switch (axis) {
      case BATCH_ROWS -> text + " a batch";
      case WINDOW_ROWS -> word.equals("0") ? "default window" : "window of " + text;
      case BATCHES_PER_SECOND -> word.equals("0") ? "no rate" : text + " batches/s";
      case SOCKET_BUFFER_BYTES -> text + " buffer";
      case PIPE_BYTES -> text + " pipe";
      case BUDGET_BYTES -> text + " budget";
      case ELEMENTS -> text + (word.equals("1") ? " element" : " elements");
      case THREADS -> text + (word.equals("1") ? " thread" : " threads");
      case WORKERS -> text + (word.equals("1") ? " worker" : " workers");
      default -> text;
    };
  }

  /** The scenario's values on these axes, joined by commas; empty ones left out. */
  static String label(Scenario scenario, List<Axis> axes) {
    return axes.stream()
        .map(axis -> value(axis, scenario.word(axis)))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** The same for the end of a line in a chart, where there is little room. */
  static String shortLabel(Scenario scenario, List<Axis> axes) {
    return axes.stream()
        .map(axis -> shortValue(axis, scenario.word(axis)))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** The value without the word for what it counts, for example "10 k". */
  static String shortValue(Axis axis, @Nullable String word) {
    // A second number of rows says nothing without a word.
    return word != null && number(word).isPresent() && axis != Axis.WINDOW_ROWS
        ? plain(axis, word)
        : value(axis, word);
  }

  private static String plain(Axis axis, String word) {
    OptionalDouble number = number(word);
    return number.isPresent() ? unit(axis).format(number.getAsDouble()).replace(" rows", "") : word;
  }

  /** The axis by its suite name with its value, for example "tcpNoDelay on". */
  static String named(Axis axis, String word) {
    String ofZero = word.equals("0") ? zero(axis) : null;
    return axis.suiteName() + " " + (ofZero == null ? plain(axis, word) : ofZero);
  }

  /** What 0 means where it is no number of anything. */
  private static @Nullable String zero(Axis axis) {
    return switch (axis) {
      case SOCKET_BUFFER_BYTES, PIPE_BYTES -> "system default";
      case BUDGET_BYTES -> "75 % of the free memory";
      case WINDOW_ROWS -> "the path's default";
      case BATCHES_PER_SECOND -> "as the channel allows";
      default -> null;
    };
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
