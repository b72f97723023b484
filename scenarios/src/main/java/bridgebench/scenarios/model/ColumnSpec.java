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

  /** A column that holds no nulls, with values of the generator's own lengths. */
  public static ColumnSpec of(String name, ColumnType type) {
    return new ColumnSpec(name, type, false, 0);
  }

  /** The bytes that a value that is not null takes at least, without offset and validity. */
  long leastValueBytes() {
    return switch (type) {
      case BOOLEAN, BYTE -> 1;
      case SHORT -> 2;
      case INT, FLOAT, DATE -> 4;
      case LONG, DOUBLE, DECIMAL, TIMESTAMP -> 8;
      // Also what empty values cost: their offset.
      case STRING, BINARY -> Math.max(4, valueBytes);
      case LONG_ARRAY, STRUCT, STRING_LONG_MAP -> 8;
    };
  }
}
