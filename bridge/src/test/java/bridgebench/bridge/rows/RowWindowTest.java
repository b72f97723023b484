package bridgebench.bridge.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.scenarios.model.ColumnType;
import bridgebench.scenarios.model.Shape;
import bridgebench.scenarios.model.Shapes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RowWindowTest {

  private static final Shape MIXED = Shapes.named("mixed");

  @Test
  void theSameSeedMakesTheSameRowsAndAnotherSeedOthers() {
    RowWindow first = TestWindows.fill(MIXED, 100, 42);
    RowWindow again = TestWindows.fill(MIXED, 100, 42);
    RowWindow other = TestWindows.fill(MIXED, 100, 43);
    for (int i = 0; i < MIXED.columns().size(); i++) {
      assertThat(first.column(i).firstDifference(0, again.column(i), 0, first.rows()))
          .isEqualTo(-1);
      assertThat(first.column(i).firstDifference(0, other.column(i), 0, first.rows()))
          .isNotEqualTo(-1);
    }
  }

  @Test
  void oneRowInTenOfANullableColumnIsNull() {
    RowWindow window = TestWindows.fill(MIXED, 100, 1);
    for (int i = 0; i < MIXED.columns().size(); i++) {
      assertThat((double) window.column(i).nullCount() / window.rows()).isBetween(0.09, 0.11);
    }
  }

  @Test
  void nullableColumnsHoldTheAwkwardValuesOfTheirType() {
    RowWindow window = TestWindows.fill(MIXED, 100, 1);
    assertThat(shown(window, ColumnType.DOUBLE))
        .contains("NaN", "-0.0", "Infinity", "-Infinity", "null");
    assertThat(shown(window, ColumnType.LONG))
        .contains("-9223372036854775808", "9223372036854775807");
    assertThat(shown(window, ColumnType.STRING)).contains("''").anyMatch(s -> s.contains("é"));
    assertThat(shown(window, ColumnType.DATE)).contains("-719162", "-1", "2932896");
  }

  @Test
  void anotherRangeOfTimestampsChangesNothingButTheAwkwardTimestamps() {
    RowWindow python = TestWindows.fill(MIXED, 10_000, 42);
    RowWindow pandas = TestWindows.fill(MIXED, 10_000, 42, TimestampRange.PANDAS);
    for (int i = 0; i < MIXED.columns().size(); i++) {
      if (MIXED.columns().get(i).type() != ColumnType.TIMESTAMP) {
        assertThat(python.column(i).firstDifference(0, pandas.column(i), 0, python.rows()))
            .isEqualTo(-1);
        continue;
      }
      LongColumn before = (LongColumn) python.column(i);
      LongColumn after = (LongColumn) pandas.column(i);
      int last = 0;
      for (int row = 0; row < python.rows(); row++) {
        assertThat(after.isNull(row)).isEqualTo(before.isNull(row));
        assertThat(after.values()[row]).isBetween(-9_223_285_636_854_775L, 9_223_285_636_854_775L);
        if (before.values()[row] == 253_402_300_799_999_999L) {
          assertThat(after.values()[row]).isEqualTo(9_223_285_636_854_775L);
          last++;
        } else if (before.values()[row] != -62_135_596_800_000_000L) {
          assertThat(after.values()[row]).isEqualTo(before.values()[row]);
        }
      }
      assertThat(last).isPositive();
    }
  }

  @Test
  void aWindowWithOtherValuesIsAnotherWindow() {
    RowWindow window = TestWindows.fill(Shapes.named("asv-timestamps"), 10, 1);
    RowWindow changed = window.with(0, Map.of(3, 7L));
    assertThat(((LongColumn) changed.column(0)).values()[3]).isEqualTo(7);
    assertThat(window.column(0).firstDifference(0, changed.column(0), 0, window.rows()))
        .isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("bridgebench.scenarios.model.Shapes#names")
  void aWindowHoldsOneBatchAndAboutFourMebibytes(String shape) {
    RowWindow window = TestWindows.fill(Shapes.named(shape), 10_000, 1);
    assertThat(window.rows()).isGreaterThanOrEqualTo(10_000);
    assertThat(TestWindows.fill(Shapes.named(shape), 1, 1).rows()).isBetween(3, 4 << 20);
  }

  @Test
  void aBatchThatNeedsMoreThanSixtyFourMebibytesIsRefusedWithTheWayOut() {
    assertThatThrownBy(() -> TestWindows.fill(Shapes.named("wide-50"), 1_000_000, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a batch of 1,000,000 rows of shape 'wide-50' holds 382 MiB, and the window that rows"
                + " are read from at most 64 MiB: use batchRows of at most 167,772, or a narrower"
                + " shape");
  }

  @Test
  void aValueOfSixteenMebibytesStillLeavesSeveralDifferentRows() {
    RowWindow window = TestWindows.fill(Shapes.named("string(16MiB)"), 1, 1);
    assertThat(window.rows()).isEqualTo(3);
    BytesColumn values = (BytesColumn) window.column(0);
    assertThat(values.length(0)).isGreaterThanOrEqualTo(16 << 20);
    assertThat(values.firstDifference(0, values, 1, 1)).isZero();
  }

  @Test
  void aLargerWindowBeginsWithTheRowsOfASmallerOne() {
    RowWindow small = RowWindow.ofRows(MIXED, 100, 42, TimestampRange.PYTHON);
    RowWindow large = RowWindow.ofRows(MIXED, 5_000, 42, TimestampRange.PYTHON);
    assertThat(small.rows()).isEqualTo(100);
    assertThat(large.rows()).isEqualTo(5_000);
    for (int i = 0; i < MIXED.columns().size(); i++) {
      assertThat(large.column(i).firstDifference(0, small.column(i), 0, 100)).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // shape, asked, rows, a batch, window of a task, window of an operation
    "double, 0, 1000000, 10000, 524288, 1000000",
    "double, 0, 100000000, 10000, 524288, 1000000",
    "double, 0, 10, 10000, 524288, 10",
    "double, 0, 0, 10000, 524288, 3",
    "double, 2000, 1000000, 1000, 2000, 2000",
    "double, 2000, 1000, 1000, 1000, 1000",
    "double, 0, 4000000, 2000000, 2000000, 2000000",
    "wide-50, 0, 1000000, 1000, 10485, 83886",
    "string(16MiB), 0, 10, 1, 3, 3",
    "string(32MiB), 0, 10, 1, 1, 1"
  })
  void anOperationsWindowHoldsAllRowsAsFarAsThereIsRoom(
      String shape, int asked, long rows, int batchRows, int ofTask, int ofOperation) {
    Shape named = Shapes.named(shape);
    assertThat(WindowSize.ofTasks(named, asked, rows, batchRows)).isEqualTo(ofTask);
    assertThat(WindowSize.ofOperations(named, asked, rows, batchRows)).isEqualTo(ofOperation);
  }

  @Test
  void aWindowIsNeitherEmptyNorLargerThanThereIsRoom() {
    Shape wide = Shapes.named("wide-50");
    assertThatThrownBy(() -> WindowSize.ofOperations(wide, 0, 1_000_000, 200_000))
        .hasMessageContaining("a batch of 200,000 rows of shape 'wide-50'");
    for (int rows : new int[] {0, -1, 167_773}) {
      assertThatThrownBy(() -> RowWindow.ofRows(wide, rows, 1, TimestampRange.PYTHON))
          .hasMessageContaining("has 1 to 167,772 rows: got ");
    }
  }

  @Property
  void everyCycleReadsEveryRowOfTheWindowOnce(
      @ForAll @IntRange(min = 1, max = 500) int windowRows,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long cycle) {
    Rotation rotation = new Rotation(windowRows);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < windowRows; i++) {
      seen.add(rotation.indexOf(cycle * windowRows + i));
    }
    assertThat(seen).hasSize(windowRows);
  }

  @Property
  void neighboursOfARunAreNeighboursInTheWindow(
      @ForAll @IntRange(min = 1, max = 500) int windowRows,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long row) {
    Rotation rotation = new Rotation(windowRows);
    int run = rotation.runLength(row);
    assertThat(run).isPositive();
    assertThat(rotation.indexOf(row + run - 1)).isEqualTo(rotation.indexOf(row) + run - 1);
  }

  @Test
  void theNextCycleStartsAtAnotherRow() {
    RowWindow window = TestWindows.fill(Shapes.named("double"), 10, 1);
    assertThat(window.indexOf(0)).isNotEqualTo(window.indexOf(window.rows()));
  }

  @Property(tries = 50)
  void theCursorAndTheColumnsAgree(@ForAll @LongRange(min = 0, max = 10_000_000L) long first) {
    RowWindow window = Holder.WINDOW;
    RowCursor cursor = window.cursor();
    cursor.moveTo(first);
    Column[] rowWise = new Column[window.columnCount()];
    for (int i = 0; i < rowWise.length; i++) {
      rowWise[i] = Column.ofType(window.column(i).type());
    }
    for (int row = 0; row < 200; row++) {
      for (int i = 0; i < rowWise.length; i++) {
        CursorCopy.of(rowWise[i].type()).append(cursor, i, rowWise[i]);
      }
      cursor.next();
    }
    for (int i = 0; i < rowWise.length; i++) {
      Column columnWise = Column.ofType(rowWise[i].type());
      window.fill(i, first, 200, columnWise);
      assertThat(rowWise[i].firstDifference(0, columnWise, 0, 200)).isEqualTo(-1);
    }
  }

  private static Set<String> shown(RowWindow window, ColumnType type) {
    Set<String> shown = new HashSet<>();
    for (int i = 0; i < window.columnCount(); i++) {
      if (window.column(i).type() == type) {
        for (int row = 0; row < window.rows(); row++) {
          shown.add(window.column(i).show(row));
        }
      }
    }
    return shown;
  }

  private static final class Holder {
    static final RowWindow WINDOW = TestWindows.fill(MIXED, 100, 9);
  }
}
