package bridgebench.bridge.driver;

import bridgebench.bridge.driver.plan.Filtered;
import bridgebench.bridge.driver.plan.Joined;
import bridgebench.bridge.driver.plan.Limited;
import bridgebench.bridge.driver.plan.Plan;
import bridgebench.bridge.driver.plan.Projected;
import bridgebench.bridge.driver.plan.RowStream;
import bridgebench.bridge.rows.RowRun;
import bridgebench.bridge.task.ColumnsJson;
import bridgebench.scenarios.model.AxisWord;
import bridgebench.scenarios.model.Mode;
import java.util.List;

/**
 * What a Python data frame stands for: a plan. Methods that return a handle read no row; the others
 * are actions. Called by Py4J.
 */
public final class FrameHandle {

  private static final int COUNT_ROWS = 10_000;

  private final DriverEntry entry;
  private final Plan plan;

  FrameHandle(DriverEntry entry, Plan plan) {
    this.entry = entry;
    this.plan = plan;
  }

  Plan plan() {
    return plan;
  }

  /** The rows for which a condition holds, for example {@code "x > 1"}. */
  public FrameHandle filter(String condition) {
    return new FrameHandle(entry, new Filtered(plan, condition));
  }

  /** Only these columns and expressions. */
  public FrameHandle select(List<String> expressions) {
    return new FrameHandle(entry, Projected.select(plan, List.copyOf(expressions)));
  }

  /** One column more, for example {@code "x * 2"}. */
  public FrameHandle withColumn(String name, String expression) {
    return new FrameHandle(entry, Projected.withColumn(plan, name, expression));
  }

  /** The first rows. */
  public FrameHandle limit(long rows) {
    return new FrameHandle(entry, new Limited(plan, rows));
  }

  /** Rows of both frames that have the same value in a column of this name. */
  public FrameHandle join(FrameHandle other, String key) {
    return new FrameHandle(entry, new Joined(plan, other.plan, key));
  }

  /** Groups of rows with the same value in this column. */
  public GroupedHandle groupBy(String key) {
    return new GroupedHandle(entry, plan, key);
  }

  /** The columns as JSON: a list of objects with {@code name}, {@code type}, {@code nullable}. */
  public String columns() {
    return ColumnsJson.write(plan.columns()).toString();
  }

  /** Action: the number of rows. */
  public long count() {
    long count = 0;
    RowStream rows = plan.open();
    for (RowRun run = rows.next(COUNT_ROWS); run != null; run = rows.next(COUNT_ROWS)) {
      count += run.rows();
    }
    return count;
  }

  /**
   * Action: the first rows as a table of text.
   *
   * @param truncate the longest cell; 0 for no limit
   */
  public String showString(int rows, int truncate) {
    return ShownRows.of(plan, rows, truncate, entry.timeZone());
  }

  /**
   * Action: starts to serve the rows.
   *
   * @param representation {@code pickle} or {@code arrow}
   * @param batchRows rows in a frame
   * @return the address of the socket, its secret included, as JSON
   */
  public String serve(String representation, int batchRows) {
    return entry.serve(plan, AxisWord.of(Mode.class, representation), batchRows);
  }
}
