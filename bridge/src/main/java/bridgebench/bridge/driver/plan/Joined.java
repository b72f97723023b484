package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An inner hash join: the right side is read whole into a table by its key, then the left side
 * streams by. A null key meets nobody. The key comes out once, with the left side's columns first.
 */
public final class Joined implements Plan {

  private final Plan left;
  private final Plan right;
  private final int leftKey;
  private final int rightKey;
  private final List<ColumnSpec> columns;

  /**
   * Rows of both sides that have the same key.
   *
   * @param key the name of a column that both sides have
   */
  public Joined(Plan left, Plan right, String key) {
    this.left = left;
    this.right = right;
    this.leftKey = ColumnNames.indexOf(left.columns(), key);
    this.rightKey = ColumnNames.indexOf(right.columns(), key);
    ColumnSpec one = Keys.require(left.columns().get(leftKey), "a join");
    ColumnSpec other = Keys.require(right.columns().get(rightKey), "a join");
    if (one.type().isWhole() != other.type().isWhole()) {
      throw new PlanException(
          String.format(
              "the join key '%s' is of type %s on the left and %s on the right",
              key, one.type().word(), other.type().word()));
    }
    List<ColumnSpec> all = new ArrayList<>(left.columns());
    for (int i = 0; i < right.columns().size(); i++) {
      if (i != rightKey) {
        all.add(right.columns().get(i));
      }
    }
    this.columns = ColumnNames.requireUnique(all);
  }

  @Override
  public List<ColumnSpec> columns() {
    return columns;
  }

  @Override
  public long mostRows() {
    return Long.MAX_VALUE;
  }

  @Override
  public RowStream open() {
    return new Matches(left.open());
  }

  private final class Matches implements RowStream {
    private final RowStream rows;
    private final GatheredRows built = new GatheredRows(right.columns());
    private final Map<Object, List<Integer>> rowsOfKey = new HashMap<>();
    private final GatheredRows matches = new GatheredRows(columns);
    private boolean ready;

    Matches(RowStream rows) {
      this.rows = rows;
    }

    @Override
    public @Nullable RowRun next(int mostRows) {
      if (!ready) {
        build(mostRows);
        ready = true;
      }
      RowRun rest = matches.take(mostRows);
      return rest == null ? matched(mostRows) : rest;
    }

    /** A key that occurs often on the right can make more rows than are wanted at once. */
    private @Nullable RowRun matched(int mostRows) {
      RowRun run = rows.next(mostRows);
      if (run == null) {
        return null;
      }
      matches.clear();
      for (int row = 0; row < run.rows(); row++) {
        match(run, row);
      }
      RowRun first = matches.take(mostRows);
      return first == null ? matches.run() : first;
    }

    private void build(int mostRows) {
      RowStream side = right.open();
      for (RowRun run = side.next(mostRows); run != null; run = side.next(mostRows)) {
        built.append(run, 0, run.rows());
      }
      Column keys = built.column(rightKey);
      for (int row = 0; row < built.rows(); row++) {
        Object key = Keys.at(keys, row);
        if (key != null) {
          rowsOfKey.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(row);
        }
      }
    }

    private void match(RowRun run, int row) {
      Object key = Keys.at(run.column(leftKey), run.start(leftKey) + row);
      List<Integer> met = key == null ? null : rowsOfKey.get(key);
      if (met == null) {
        return;
      }
      for (int other : met) {
        for (int i = 0; i < run.columnCount(); i++) {
          run.appendTo(matches.column(i), i, row, 1);
        }
        appendRight(run.columnCount(), other);
        matches.added();
      }
    }

    private void appendRight(int at, int row) {
      int target = at;
      for (int i = 0; i < right.columns().size(); i++) {
        if (i != rightKey) {
          matches.column(target++).append(built.column(i), row, 1);
        }
      }
    }
  }
}
