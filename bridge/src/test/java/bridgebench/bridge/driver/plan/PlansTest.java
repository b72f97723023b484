package bridgebench.bridge.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.ColumnBatch;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlansTest {

  private static final double NAN = Double.NaN;

  @ParameterizedTest
  @CsvSource({
    "x > 1, 2.0;NaN",
    "x <= 1, -1.0;0.0;-0.0;1.0",
    "x = 0, 0.0;-0.0",
    "x != 0, -1.0;1.0;2.0;NaN",
    "x is null, null",
    "x is not null, -1.0;0.0;-0.0;1.0;2.0;NaN"
  })
  void comparisonsAreSparks(String condition, String kept) {
    Plan rows = doubles(-1.0, 0.0, null, -0.0, 1.0, 2.0, NAN);
    assertThat(String.join(";", shown(new Filtered(rows, condition)))).isEqualTo(kept);
  }

  @Test
  void wholeNumbersWrapAroundAndNullsStayNull() {
    Plan rows = longs(Long.MAX_VALUE, null, -1L);
    assertThat(shown(Projected.withColumn(rows, "y", "x + 1")))
        .containsExactly(Long.MAX_VALUE + "," + Long.MIN_VALUE, "null,null", "-1,0");
    assertThat(shown(Projected.select(rows, List.of("pmod(x, 10)"))))
        .containsExactly("7", "null", "9");
  }

  @Test
  void aLimitAsksForNoMoreRowsThanItGives() {
    assertThat(shown(new Limited(new RangeRows(Long.MAX_VALUE), 3))).containsExactly("0", "1", "2");
    assertThat(shown(new Limited(new RangeRows(2), 3))).containsExactly("0", "1");
    assertThat(shown(new Limited(new RangeRows(2), 0))).isEmpty();
  }

  @Test
  void aJoinMeetsEveryRowOfItsKeyAndNoNull() {
    Plan left = longs(1L, null, 2L, 3L, 1L);
    Plan right = Projected.withColumn(longs(1L, 1L, null, 3L), "y", "x * 10");
    assertThat(shown(new Joined(left, right, "x")))
        .containsExactly("1,10", "1,10", "3,30", "1,10", "1,10");
  }

  @Test
  void aKeyThatOccursManyTimesIsHandedOutInPieces() {
    Plan many =
        Projected.select(
            Projected.withColumn(new RangeRows(100), "x", "id * 0"), List.of("x", "id"));
    RowStream matches = new Joined(Projected.select(many, List.of("x")), many, "x").open();
    long rows = 0;
    for (RowRun run = matches.next(7); run != null; run = matches.next(7)) {
      assertThat(run.rows()).isLessThanOrEqualTo(7);
      rows += run.rows();
    }
    assertThat(rows).isEqualTo(100 * 100);
  }

  @Test
  void groupsComeInTheOrderOfTheirFirstRowsAndLeaveNullsOut() {
    Plan rows = Projected.withColumn(longs(5L, null, 7L, 5L, null), "y", "x + 1");
    assertThat(
            shown(
                new Aggregated(
                    rows, "x", List.of("count", "sum(y)", "min(y)", "max(y)", "avg(y)"))))
        .containsExactly("5,2,12,6,6,6.0", "null,2,null,null,null,null", "7,1,8,8,8,8.0");
  }

  @Test
  void notANumberIsTheGreatest() {
    Plan rows = doubles(1.0, NAN, -3.0);
    Plan keyed = new Joined(new RangeRows(3), new Numbered(rows), "id");
    Plan oneGroup = Projected.withColumn(keyed, "k", "id * 0");
    assertThat(shown(new Aggregated(oneGroup, "k", List.of("min(x)", "max(x)", "avg(x)"))))
        .containsExactly("0,-3.0,NaN,NaN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"y > 1", "x >> 1", "x > one", "", "x like 'a'"})
  void aConditionThatSaysNothingIsRefusedBeforeARowIsRead(String condition) {
    assertThatThrownBy(() -> new Filtered(doubles(1.0), condition))
        .isInstanceOf(PlanException.class)
        .hasMessageMatching("(?s).*(expected|is no).*");
  }

  @Test
  void twoColumnsOfOneNameAreRefused() {
    assertThatThrownBy(() -> Projected.select(new RangeRows(1), List.of("id", "id")))
        .hasMessageContaining("two columns would be named 'id'");
  }

  private static Plan doubles(Double... values) {
    DoubleColumn column = (DoubleColumn) Column.ofType(ColumnType.DOUBLE);
    for (Double value : values) {
      if (value == null) {
        column.appendNull();
      } else {
        column.append(value);
      }
    }
    return of(column);
  }

  private static Plan longs(Long... values) {
    LongColumn column = (LongColumn) Column.ofType(ColumnType.LONG);
    for (Long value : values) {
      if (value == null) {
        column.appendNull();
      } else {
        column.append(value);
      }
    }
    return of(column);
  }

  private static Plan of(Column column) {
    KeptRows kept = new KeptRows(List.of(new ColumnSpec("x", column.type(), true, 0)));
    kept.add(
        new ColumnBatch() {
          @Override
          public int rows() {
            return column.rows();
          }

          @Override
          public Column column(int index) {
            return column;
          }
        });
    return kept;
  }

  private static List<String> shown(Plan plan) {
    List<String> rows = new ArrayList<>();
    RowStream stream = plan.open();
    for (RowRun run = stream.next(2); run != null; run = stream.next(2)) {
      for (int row = 0; row < run.rows(); row++) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < run.columnCount(); i++) {
          cells.add(run.column(i).show(run.start(i) + row));
        }
        rows.add(String.join(",", cells));
      }
    }
    return rows;
  }

  /** Rows with their number beside them. */
  private record Numbered(Plan rows) implements Plan {
    @Override
    public List<ColumnSpec> columns() {
      return List.of(ColumnSpec.of("id", ColumnType.LONG), rows.columns().get(0));
    }

    @Override
    public long mostRows() {
      return rows.mostRows();
    }

    @Override
    public RowStream open() {
      RowStream ids = new RangeRows(rows.mostRows()).open();
      RowStream values = rows.open();
      return mostRows -> {
        RowRun id = ids.next(1);
        RowRun value = values.next(1);
        if (id == null || value == null) {
          return null;
        }
        RowRun both = new RowRun(2);
        both.set(0, id.column(0), id.start(0));
        both.set(1, value.column(0), value.start(0));
        both.rows(1);
        return both;
      };
    }
  }
}
