package bridgebench.bridge.driver.plan;

import bridgebench.scenarios.model.ColumnSpec;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The rows of another plan until somebody says stop: an action whose caller is gone must not go on.
 *
 * @param input the other plan
 * @param stopped asked before each run
 */
public record Stoppable(Plan input, BooleanSupplier stopped) implements Plan {

  @Override
  public List<ColumnSpec> columns() {
    return input.columns();
  }

  @Override
  public long mostRows() {
    return input.mostRows();
  }

  @Override
  public RowStream open() {
    RowStream rows = input.open();
    return mostRows -> {
      if (stopped.getAsBoolean()) {
        throw new CancellationException("the driver session was closed while rows were made");
      }
      return rows.next(mostRows);
    };
  }
}
