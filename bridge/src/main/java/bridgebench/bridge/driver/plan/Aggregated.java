package bridgebench.bridge.driver.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import bridgebench.bridge.rows.BytesColumn;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row a group, in the order in which groups first occur; nulls are a group of their own. Holds
 * the groups, not the rows.
 */
public final class Aggregated implements Plan {

  private static final int READ_ROWS = 10_000;

  private final Plan input;
  private final int key;
  private final List<Aggregate> aggregates;
  private final List<ColumnSpec> columns;

  /**
   * Groups by a column of whole numbers or strings.
   *
   * @param aggregates for example {@code count} and {@code sum(x)}
   */
  public Aggregated(Plan input, String key, List<String> aggregates) {
    this.input = input;
    this.key = ColumnNames.indexOf(input.columns(), key);
    Keys.require(input.columns().get(this.key), "grouping");
    this.aggregates =
        aggregates.stream().map(text -> Aggregate.parse(text, input.columns())).toList();
    List<ColumnSpec> all = new ArrayList<>();
    all.add(input.columns().get(this.key));
    this.aggregates.forEach(aggregate -> all.add(aggregate.result()));
    this.columns = ColumnNames.requireUnique(all);
  }

  @Override
  public List<ColumnSpec> columns() {
    return columns;
  }

  @Override
  public long mostRows() {
    return input.mostRows();
  }

  @Override
  public RowStream open() {
    return new Groups();
  }

  private final class Groups implements RowStream {
    private final GatheredRows results = new GatheredRows(columns);
    private boolean done;

    @Override
    public @Nullable RowRun next(int mostRows) {
      if (!done) {
        readAll();
        done = true;
      }
      return results.take(mostRows);
    }

    private void readAll() {
      Map<Object, List<Aggregate.Running>> groups = new LinkedHashMap<>();
      RowStream rows = input.open();
      for (RowRun read = rows.next(READ_ROWS); read != null; read = rows.next(READ_ROWS)) {
        addRun(read, groups);
      }
      groups.forEach(this::appendGroup);
    }

    private void addRun(RowRun read, Map<Object, List<Aggregate.Running>> groups) {
      Column keys = read.column(key);
      for (int row = 0; row < read.rows(); row++) {
        Object value = Keys.at(keys, read.start(key) + row);
        List<Aggregate.Running> group =
            groups.computeIfAbsent(
                value == null ? NullKey.NULL : value,
                absent -> aggregates.stream().map(Aggregate::start).toList());
        for (int i = 0; i < group.size(); i++) {
          int column = aggregates.get(i).input();
          group.get(i).add(read.column(column), read.start(column) + row);
        }
      }
    }

    private void appendGroup(Object value, List<Aggregate.Running> group) {
      appendKey(results.column(0), value);
      for (int i = 0; i < group.size(); i++) {
        group.get(i).appendTo(results.column(i + 1));
      }
      results.added();
    }
  }

  private enum NullKey {
    NULL
  }

  private static void appendKey(Column target, Object value) {
    if (value == NullKey.NULL) {
      target.appendNull();
    } else if (target instanceof BytesColumn text) {
      text.append(((String) value).getBytes(UTF_8));
    } else {
      Numbers.append(target, (Long) value);
    }
  }
}
