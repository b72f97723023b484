package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.codec.MalformedBodyException;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.List;
import org.apache.arrow.vector.types.pojo.Field;

/** Compares the schema that came with the one that the results should have. */
final class ResultSchema {

  private ResultSchema() {}

  /** Throws unless the fields have the names and types of these columns; nullability may differ. */
  static void expect(List<ColumnSpec> results, List<Field> fields) {
    if (fields.size() != results.size()) {
      throw new MalformedBodyException(
          "expected " + results.size() + " result columns, got " + fields);
    }
    for (int i = 0; i < fields.size(); i++) {
      Field expected = ArrowFields.field(results.get(i));
      if (!fields.get(i).getName().equals(expected.getName())
          || !sameType(fields.get(i), expected)) {
        throw new MalformedBodyException(
            String.format(
                "expected result column '%s' of type %s, got %s: return that type, or set the"
                    + " function's attribute 'returns'",
                expected.getName(), results.get(i).type().word(), fields.get(i)));
      }
    }
  }

  /** Names of elements and entries differ between libraries and do not matter. */
  private static boolean sameType(Field came, Field expected) {
    if (!came.getType().equals(expected.getType())
        || came.getChildren().size() != expected.getChildren().size()) {
      return false;
    }
    for (int i = 0; i < expected.getChildren().size(); i++) {
      if (!sameType(came.getChildren().get(i), expected.getChildren().get(i))) {
        return false;
      }
    }
    return true;
  }
}
