package bridgebench.bridge.function;

import static bridgebench.bridge.function.TestColumns.batch;
import static bridgebench.bridge.function.TestColumns.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.bridge.rows.TestWindows;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Shape;
import bridgebench.scenarios.model.Shapes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultCheckTest {

  private static final int BATCH = 100;

  @ParameterizedTest
  @ValueSource(strings = {"mixed", "nested", "strings", "wide-50"})
  void aValueFromAnotherRowIsFoundInEveryColumn(String shapeName) {
    RowWindow window = TestWindows.fill(Shapes.named(shapeName), BATCH, 5);
    ResultCheck check = ResultCheck.unchanged("id", window);
    for (int wrong = 0; wrong < window.columnCount(); wrong++) {
      Column[] columns = rows(window, 1_000);
      int row = differentRow(window.column(wrong), window.indexOf(1_000));
      Column changed = Column.ofType(columns[wrong].type());
      changed.append(columns[wrong], 0, row);
      changed.append(columns[wrong], 0, 1);
      changed.append(columns[wrong], row + 1, BATCH - row - 1);
      columns[wrong] = changed;
      String name = window.shape().columns().get(wrong).name();
      assertThatThrownBy(() -> check.accept(batch(columns), 1_000))
          .isInstanceOfSatisfying(
              WrongResultException.class,
              e -> {
                assertThat(e.row()).isEqualTo(1_000 + row);
                assertThat(e.column()).isEqualTo(name);
              });
    }
    assertThatCode(() -> check.accept(batch(rows(window, 1_000)), 1_000))
        .doesNotThrowAnyException();
  }

  @Test
  void aWrongResultNamesScenarioRowColumnExpectedAndActual() {
    RowWindow window = TestWindows.fill(Shapes.named("double"), BATCH, 5);
    ResultCheck check = check("plus-one", "double", window);
    double right = ((DoubleColumn) window.column(0)).values()[0] + 1;
    check.accept(batch(doubles(right)), 0);
    assertThatThrownBy(() -> check.accept(batch(doubles(12.5)), 0))
        .hasMessage(
            "wrong result in udf/test: row 0, column 'x': expected " + right + ", got 12.5");
  }

  @Test
  void minusZeroIsNotZeroAndANullIsNotANumber() {
    assertThat(doubles(0.0).firstDifference(0, doubles(-0.0), 0, 1)).isZero();
    assertThat(doubles((Double) null).firstDifference(0, doubles(0.0), 0, 1)).isZero();
    assertThat(
            doubles(Double.longBitsToDouble(0x7FF8_0000_0000_0001L))
                .firstDifference(0, doubles(Double.NaN), 0, 1))
        .isEqualTo(-1);
  }

  @Test
  void cdfMayDifferInTheLastPlacesAndNotByMore() {
    RowWindow window = TestWindows.fill(Shapes.named("double"), BATCH, 5);
    ResultCheck check = check("cdf", "double", window);
    Column right = Column.ofType(ColumnType.DOUBLE);
    right = new Cdf().apply(rows(window, 0)[0], right);
    double[] values = ((DoubleColumn) right).values();
    values[3] = Math.nextUp(values[3]);
    check.accept(batch(right), 0);
    values[3] *= 1 + 1e-9;
    Column wrong = right;
    assertThatThrownBy(() -> check.accept(batch(wrong), 0)).hasMessageContaining("row 3,");
  }

  @Test
  void subtractMeanIsJudgedByTheBatchThatWasSent() {
    RowWindow window = TestWindows.fill(Shapes.named("double"), BATCH, 5);
    ResultCheck check = check("subtract-mean", "double", window);
    Column ofBatch = new SubtractMean().apply(rows(window, 0)[0], Column.ofType(ColumnType.DOUBLE));
    check.accept(batch(ofBatch), 0);
    Column ofHalf = Column.ofType(ColumnType.DOUBLE);
    ofHalf.append(ofBatch, 0, BATCH / 2);
    assertThatThrownBy(() -> check.accept(batch(ofHalf), 0))
        .isInstanceOf(WrongResultException.class)
        .hasMessageContaining("row 0,");
  }

  @Test
  void aChecksumSeesOrderNullsAndSignsAndNotHowRowsWereCut() {
    long whole = checksum(doubles(1.0, null, -0.0, Double.NaN));
    assertThat(checksum(doubles(1.0, null), doubles(-0.0, Double.NaN))).isEqualTo(whole);
    assertThat(checksum(doubles(1.0, null, -0.0, Double.longBitsToDouble(-1L)))).isEqualTo(whole);
    assertThat(checksum(doubles(null, 1.0, -0.0, Double.NaN))).isNotEqualTo(whole);
    assertThat(checksum(doubles(1.0, 0.0, -0.0, Double.NaN))).isNotEqualTo(whole);
    assertThat(checksum(doubles(1.0, null, 0.0, Double.NaN))).isNotEqualTo(whole);
    assertThat(checksum(doubles(1.0, null, -0.0))).isNotEqualTo(whole);
  }

  @Test
  void aChecksumStartsAnewWithEachTask() {
    RowWindow window = TestWindows.fill(Shapes.named("double"), BATCH, 5);
    ResultCheck check = check("udf.py:f", "double", window);
    check.accept(batch(doubles(1.0, 2.0)), 0);
    long first = check.checksum();
    check.accept(batch(doubles(1.0, 2.0)), 0);
    assertThat(check.checksum()).isEqualTo(first).isNotZero();
  }

  private static long checksum(Column... batches) {
    RowWindow window = TestWindows.fill(Shapes.named("double"), BATCH, 5);
    ResultCheck check = check("udf.py:f", "double", window);
    long row = 0;
    for (Column batch : batches) {
      check.accept(batch(batch), row);
      row += batch.rows();
    }
    return check.checksum();
  }

  private static ResultCheck check(String function, String shapeName, RowWindow window) {
    Shape shape = Shapes.named(shapeName);
    List<ColumnSpec> results =
        function.contains(".py:")
            ? List.of(new ColumnSpec("result", ColumnType.DOUBLE, true, 0))
            : FunctionTwin.of(bridgebench.scenarios.model.FunctionSpec.parse(function), shape)
                .results();
    Scenario scenario =
        new Scenario("udf/test", Map.of(Axis.FUNCTION, function, Axis.MODE, Mode.ARROW.word()));
    return ResultCheck.of(scenario, window, results);
  }

  private static Column[] rows(RowWindow window, long first) {
    Column[] columns = new Column[window.columnCount()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Column.ofType(window.column(i).type());
      window.fill(i, first, BATCH, columns[i]);
    }
    return columns;
  }

  /** A row whose value is not that of the batch's first row. */
  private static int differentRow(Column column, int first) {
    for (int row = BATCH / 2; row < BATCH; row++) {
      if (column.firstDifference(first, column, first + row, 1) == 0) {
        return row;
      }
    }
    throw new AssertionError("all values of the batch are the same");
  }
}
