package bridgebench.bridge.driver.plan;

import bridgebench.scenarios.model.ColumnSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds columns by name. */
final class ColumnNames {

  private ColumnNames() {}

  static int indexOf(List<ColumnSpec> columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new PlanException(
        "no column '"
            + name
            + "': expected one of "
            + String.join(", ", columns.stream().map(ColumnSpec::name).toList()));
  }

  static List<ColumnSpec> requireUnique(List<ColumnSpec> columns) {
    Set<String> seen = new HashSet<>();
    for (ColumnSpec column : columns) {
      if (!seen.add(column.name())) {
        throw new PlanException(
            "two columns would be named '" + column.name() + "': rename or leave out one");
      }
    }
    return List.copyOf(columns);
  }
}
