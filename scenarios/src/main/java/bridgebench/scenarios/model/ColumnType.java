package bridgebench.scenarios.model;

/** The type of a column, in Spark's words. */
public enum ColumnType implements AxisWord {
  /** One bit. */
  BOOLEAN("boolean"),
  /** 8-bit signed. */
  BYTE("byte"),
  /** 16-bit signed. */
  SHORT("short"),
  /** 32-bit signed. */
  INT("int"),
  /** 64-bit signed. */
  LONG("long"),
  /** 32-bit IEEE 754. */
  FLOAT("float"),
  /** 64-bit IEEE 754. */
  DOUBLE("double"),
  /** decimal(18,4): an unscaled 64-bit value and four places. */
  DECIMAL("decimal"),
  /** UTF-8 text. */
  STRING("string"),
  /** Bytes. */
  BINARY("binary"),
  /** Days since 1970-01-01; travels as int32. */
  DATE("date"),
  /** Microseconds since 1970-01-01T00:00 UTC, no zone; travels as int64. */
  TIMESTAMP("timestamp"),
  /** A list of longs; elements are not null. */
  LONG_ARRAY("array<long>"),
  /** Two fields, a and b; fields are not null. */
  STRUCT("struct<a:long,b:string>"),
  /** A map; values are not null. */
  STRING_LONG_MAP("map<string,long>");

  private final String word;

  ColumnType(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** Whether its values are whole numbers, of which a plan can make a key. */
  public boolean isWhole() {
    return switch (this) {
      case BYTE, SHORT, INT, LONG -> true;
      default -> false;
    };
  }

  /** Whether its values are IEEE 754 numbers. */
  public boolean isFloating() {
    return this == FLOAT || this == DOUBLE;
  }

  /** Whether a plan can calculate with its values; decimals are not calculated with. */
  public boolean isNumber() {
    return isWhole() || isFloating();
  }
}
