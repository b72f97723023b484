package bridgebench.scenarios.model;

import java.util.List;

/** A named schema. The rows that fill it are made by the bridge from a seed. */
public record Shape(String name, List<ColumnSpec> columns) {

  public Shape {
    columns = List.copyOf(columns);
  }

  /** The bytes that a row's values take at least, without offsets and validity. */
  public long leastRowBytes() {
    return columns.stream().mapToLong(ColumnSpec::leastValueBytes).sum();
  }
}
