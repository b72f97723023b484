package bridgebench.bridge.driver.plan;

import bridgebench.scenarios.model.ColumnSpec;
import java.util.List;

/** What rows are to be made, and how. Making a plan checks names and types and reads no row. */
public interface Plan {

  /** The columns of the rows. */
  List<ColumnSpec> columns();

  /** The most rows that can come; {@link Long#MAX_VALUE} where nobody knows. */
  long mostRows();

  /** Starts to make the rows. */
  RowStream open();
}
