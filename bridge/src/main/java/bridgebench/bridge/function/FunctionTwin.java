package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Shape;
import java.util.ArrayList;
import java.util.List;

/** A built-in function on the JVM, column by column over a shape. */
public final class FunctionTwin {

  private final List<ColumnSpec> results;
  private final List<ColumnTwin> twins;

  private FunctionTwin(List<ColumnSpec> results, List<ColumnTwin> twins) {
    this.results = results;
    this.twins = twins;
  }

  /**
   * The twin of a built-in function.
   *
   * @throws IllegalArgumentException for the user's own function, which has none
   */
  public static FunctionTwin of(FunctionSpec function, Shape shape) {
    List<ColumnTwin> twins = new ArrayList<>();
    for (ColumnSpec column : shape.columns()) {
      twins.add(columnTwin(function, column.type()));
    }
    return new FunctionTwin(function.results(shape), twins);
  }

  /** The columns that the function returns. */
  public List<ColumnSpec> results() {
    return results;
  }

  /** Whether the result for a column depends on the other values of its batch. */
  boolean seesWholeBatch(int column) {
    return twins.get(column).seesWholeBatch();
  }

  /**
   * Applies the function to a column.
   *
   * @param column the column's index in the shape
   * @param input its values, of one batch or, unless the function sees whole batches, of any rows
   * @param result a column of the result's type that may be overwritten
   * @return {@code result}, or {@code input} itself where nothing changes
   */
  Column apply(int column, Column input, Column result) {
    return twins.get(column).apply(input, result);
  }

  private static ColumnTwin columnTwin(FunctionSpec function, ColumnType type) {
    ColumnTwin unchanged = (input, result) -> input;
    if (!function.appliesTo(type)) {
      return unchanged;
    }
    return switch (function.kind()) {
      case IDENTITY, SLEEP -> unchanged;
      case PLUS_ONE -> new PlusOne();
      case UPPER -> new Upper();
      case CDF -> new Cdf();
      case SUBTRACT_MEAN -> new SubtractMean();
      case USER ->
          throw new IllegalArgumentException(
              "function '" + function.word() + "' has no Java twin: only Python can run it");
    };
  }
}
