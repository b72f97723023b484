package bridgebench.scenarios.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The functions that have a Java twin, and {@link #USER} for those that have none. */
public enum FunctionKind {
  /** Every value unchanged. */
  IDENTITY("identity", EnumSet.allOf(ColumnType.class)),
  /** Adds one; whole numbers wrap around at their width. */
  PLUS_ONE(
      "plus-one",
      EnumSet.of(
          ColumnType.BYTE,
          ColumnType.SHORT,
          ColumnType.INT,
          ColumnType.LONG,
          ColumnType.FLOAT,
          ColumnType.DOUBLE,
          ColumnType.DECIMAL)),
  /** Upper case. */
  UPPER("upper", EnumSet.of(ColumnType.STRING)),
  /** Minus the mean of the batch's non-null values; the result is a double. */
  SUBTRACT_MEAN("subtract-mean", EnumSet.of(ColumnType.LONG, ColumnType.DOUBLE)),
  /** Standard normal cumulative probability; the result is a double. */
  CDF("cdf", EnumSet.of(ColumnType.LONG, ColumnType.DOUBLE)),
  /** Every value unchanged after a pause in each batch: a known truth for the stage clocks. */
  SLEEP("sleep", EnumSet.allOf(ColumnType.class)),
  /** A function from the user's Python file. */
  USER("user", EnumSet.allOf(ColumnType.class));

  private final String word;
  private final Set<ColumnType> types;

  FunctionKind(String word, Set<ColumnType> types) {
    this.word = word;
    this.types = types;
  }

  /** The function's name in the SETUP frame. */
  public String word() {
    return word;
  }

  /** Whether columns of this type are handed to the function; others pass through unchanged. */
  public boolean appliesTo(ColumnType type) {
    return types.contains(type);
  }

  ColumnType resultType(ColumnType type) {
    return this == SUBTRACT_MEAN || this == CDF ? ColumnType.DOUBLE : type;
  }

  List<String> typeWords() {
    return types.stream().map(ColumnType::word).toList();
  }

  boolean isPlainWord() {
    return this != SLEEP && this != USER;
  }

  static List<String> words() {
    return Arrays.stream(values())
        .filter(FunctionKind::isPlainWord)
        .map(FunctionKind::word)
        .toList();
  }
}
