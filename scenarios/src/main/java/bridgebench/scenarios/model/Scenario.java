package bridgebench.scenarios.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One point to measure: a value for every axis that applies to its path, defaults resolved.
 *
 * @param id stable, readable and unique within a suite, for example {@code
 *     udf/arrow/unix/double/rows=1M/batch=10k/plus-one}
 * @param axes the axes that apply, with their effective values as words; an axis that does not
 *     apply is absent
 */
public record Scenario(String id, Map<Axis, String> axes) {

  public Scenario {
    EnumMap<Axis, String> ordered = new EnumMap<>(Axis.class);
    ordered.putAll(axes);
    axes = Collections.unmodifiableMap(ordered);
  }

  /** The value's word, or null where the axis does not apply. */
  public @Nullable String word(Axis axis) {
    return axes.get(axis);
  }

  /**
   * The value of an axis that must apply.
   *
   * @throws IllegalStateException naming the scenario and the axis when it does not
   */
  public String require(Axis axis) {
    String word = axes.get(axis);
    if (word == null) {
      throw new IllegalStateException(
          "axis '" + axis.suiteName() + "' does not apply to scenario " + id);
    }
    return word;
  }

  /** The constant of an axis whose values are words. */
  public <E extends Enum<E> & AxisWord> E require(Axis axis, Class<E> type) {
    return AxisWord.of(type, require(axis));
  }

  /** The constant of an axis whose values are words, or another where the axis does not apply. */
  public <E extends Enum<E> & AxisWord> E wordOr(Axis axis, E otherwise) {
    String word = axes.get(axis);
    return word == null ? otherwise : AxisWord.of(otherwise.getDeclaringClass(), word);
  }

  /** The value of an axis whose values are whole numbers. */
  public long requireLong(Axis axis) {
    return Long.parseLong(require(axis));
  }

  /** The value of an axis that is on or off. */
  public boolean isOn(Axis axis) {
    return require(axis, Switch.class) == Switch.ON;
  }

  public BridgePath path() {
    return require(Axis.PATH, BridgePath.class);
  }

  public Mode mode() {
    return require(Axis.MODE, Mode.class);
  }

  public TransportKind transport() {
    return require(Axis.TRANSPORT, TransportKind.class);
  }

  public String shape() {
    return require(Axis.SHAPE);
  }

  public String function() {
    return require(Axis.FUNCTION);
  }

  /** Rows in one task. */
  public long rows() {
    return requireLong(Axis.ROWS);
  }

  /** Rows in one batch or frame; the last batch of a task may hold fewer. */
  public int batchRows() {
    return Math.toIntExact(requireLong(Axis.BATCH_ROWS));
  }

  /** Rows of the window that tasks cycle through; 0: the path decides. */
  public int windowRows() {
    String word = axes.get(Axis.WINDOW_ROWS);
    return word == null ? 0 : Integer.parseInt(word);
  }

  /** How many batches each worker is sent a second, by the clock; 0: as the channel lets it. */
  public long batchesPerSecond() {
    String word = axes.get(Axis.BATCHES_PER_SECOND);
    return word == null ? 0 : Long.parseLong(word);
  }

  /** JMH threads, each with a worker of its own; 1 where the axis does not apply. */
  public int workers() {
    String word = axes.get(Axis.WORKERS);
    return word == null ? 1 : Integer.parseInt(word);
  }

  /**
   * How many operations go on at once: those of JMH's threads, or of the threads that call on path
   * {@code call}. The durations of an iteration are summed over them.
   */
  public int sideBySide() {
    String threads = axes.get(Axis.THREADS);
    return threads == null ? workers() : Integer.parseInt(threads);
  }
}
