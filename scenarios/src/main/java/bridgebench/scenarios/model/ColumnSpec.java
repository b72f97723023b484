package bridgebench.scenarios.model;

/**
 * A column of a shape.
 *
 * @param name the column's name, unique within its shape
 * @param type its type
 * @param nullable whether it holds nulls (one row in ten) and is declared nullable on the wire
 * @param valueBytes length of each string or binary value in bytes before the row's own mark; 0
 *     means the generator's mix of short lengths
 */
public record ColumnSpec(String name, ColumnType type, boolean nullable, int valueBytes) {

  private static final int MEAN_TEXT_BYTES = 12;
  private static final int ROW_MARK_BYTES = 4;
  private static final int MEAN_ELEMENTS = 4;

  /** A column that holds no nulls, with values of the generator's own lengths. */
  public static ColumnSpec of(String name, ColumnType type) {
    return new ColumnSpec(name, type, false, 0);
  }

  /** The bytes of a value in a window, its offset included, at the mean length where it varies. */
  long meanBytes() {
    long text = valueBytes == 0 ? MEAN_TEXT_BYTES : valueBytes + ROW_MARK_BYTES;
    return switch (type) {
      case BOOLEAN, BYTE -> 1;
      case SHORT -> 2;
      case INT, FLOAT, DATE -> 4;
      case LONG, DOUBLE, DECIMAL, TIMESTAMP -> 8;
      case STRING, BINARY -> 4 + text;
      case STRUCT -> 12 + text;
      case LONG_ARRAY -> 4 + 8 * MEAN_ELEMENTS;
      case STRING_LONG_MAP -> 4 + (8 + 6) * MEAN_ELEMENTS;
    };
  }
}
