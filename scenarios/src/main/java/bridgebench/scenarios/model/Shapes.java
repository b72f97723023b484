package bridgebench.scenarios.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shapes that suites name. Beside the named ones, {@code string(SIZE)} and {@code binary(SIZE)}
 * are a single column whose values have that many bytes, for example {@code string(16MiB)}.
 *
 * <p>The {@code asv-} shapes are those of Spark's own ASV suite (python/benchmarks).
 */
public final class Shapes {

  private static final int LONG_STRING_BYTES = 1_024;
  private static final int SHORT_STRING_BYTES = 8;
  private static final long MAX_VALUE_BYTES = 32L << 20;
  private static final Pattern SIZED = Pattern.compile("(string|binary)\\(([^)]+)\\)");
  private static final Map<String, Shape> BY_NAME = byName();

  private Shapes() {}

  /** The named shapes, in the order in which they are listed to users. */
  public static List<Shape> all() {
    return List.copyOf(BY_NAME.values());
  }

  /** The names of {@link #all()}. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /**
   * The shape of this name.
   *
   * @throws IllegalArgumentException naming the expected shapes and the nearest one when there is
   *     none
   */
  public static Shape named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown shape "
                        + QuotedWord.of(name)
                        + ": expected one of "
                        + String.join(", ", names())
                        + ", string(SIZE), binary(SIZE)"
                        + NearestWord.hint(name, names())));
  }

  private static Optional<Shape> find(String name) {
    Shape named = BY_NAME.get(name);
    return named == null ? sized(name) : Optional.of(named);
  }

  private static Optional<Shape> sized(String name) {
    Matcher matcher = SIZED.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long bytes = bytes(name, matcher.group(2));
    if (bytes < 1 || bytes > MAX_VALUE_BYTES) {
      throw new IllegalArgumentException(
          "shape '"
              + name
              + "': expected a size of 1 B to "
              + Quantity.formatBytes(MAX_VALUE_BYTES));
    }
    ColumnType type = AxisWord.of(ColumnType.class, matcher.group(1));
    String canonical = type.word() + "(" + Quantity.formatBytes(bytes) + ")";
    return Optional.of(
        new Shape(canonical, List.of(new ColumnSpec("x", type, false, Math.toIntExact(bytes)))));
  }

  private static long bytes(String name, String text) {
    try {
      return Quantity.parseBytes(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("shape " + QuotedWord.of(name) + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, Shape> byName() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (Shape shape :
        List.of(
            new Shape("long", List.of(ColumnSpec.of("x", ColumnType.LONG))),
            new Shape("double", List.of(ColumnSpec.of("x", ColumnType.DOUBLE))),
            new Shape(
                "narrow",
                List.of(
                    ColumnSpec.of("n", ColumnType.LONG), ColumnSpec.of("x", ColumnType.DOUBLE))),
            new Shape(
                "three-columns",
                List.of(
                    ColumnSpec.of("n", ColumnType.LONG),
                    ColumnSpec.of("x", ColumnType.DOUBLE),
                    new ColumnSpec("s", ColumnType.STRING, false, SHORT_STRING_BYTES))),
            mixed(),
            new Shape(
                "strings",
                List.of(
                    new ColumnSpec("short", ColumnType.STRING, false, SHORT_STRING_BYTES),
                    new ColumnSpec("long", ColumnType.STRING, false, LONG_STRING_BYTES))),
            repeated("wide-50", 50, i -> ColumnType.DOUBLE),
            new Shape(
                "nested",
                List.of(
                    ColumnSpec.of("array", ColumnType.LONG_ARRAY),
                    ColumnSpec.of("struct", ColumnType.STRUCT),
                    ColumnSpec.of("map", ColumnType.STRING_LONG_MAP))),
            repeated("asv-5", 5, Shapes::asvCycle),
            repeated("asv-50", 50, Shapes::asvCycle),
            repeated("asv-ints", 10, i -> ColumnType.LONG),
            repeated("asv-floats", 10, i -> ColumnType.DOUBLE),
            repeated("asv-strings", 10, i -> ColumnType.STRING),
            repeated("asv-timestamps", 10, i -> ColumnType.TIMESTAMP))) {
      shapes.put(shape.name(), shape);
    }
    return shapes;
  }

  private static Shape mixed() {
    List<ColumnSpec> columns = new ArrayList<>();
    for (ColumnType type :
        List.of(
            ColumnType.BOOLEAN,
            ColumnType.BYTE,
            ColumnType.SHORT,
            ColumnType.INT,
            ColumnType.LONG,
            ColumnType.FLOAT,
            ColumnType.DOUBLE,
            ColumnType.DECIMAL,
            ColumnType.STRING,
            ColumnType.BINARY,
            ColumnType.DATE,
            ColumnType.TIMESTAMP)) {
      columns.add(new ColumnSpec(type.word(), type, true, 0));
    }
    return new Shape("mixed", columns);
  }

  private static ColumnType asvCycle(int column) {
    return switch (column % 4) {
      case 0 -> ColumnType.LONG;
      case 1 -> ColumnType.STRING;
      case 2 -> ColumnType.BINARY;
      default -> ColumnType.BOOLEAN;
    };
  }

  private static Shape repeated(String name, int columns, IntFunction<ColumnType> type) {
    List<ColumnSpec> specs = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      specs.add(ColumnSpec.of("c" + i, type.apply(i)));
    }
    return new Shape(name, specs);
  }
}
