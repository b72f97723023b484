package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.RowWindow;

/** Every value must be the twin's, bit by bit, except that any NaN is as good as another. */
final class ExactCheck implements ColumnCheck {

  private final RowWindow window;
  private final Column expected;

  /**
   * @param expected the twin's answer for every row of the window
   */
  ExactCheck(RowWindow window, Column expected) {
    this.window = window;
    this.expected = expected;
  }

  @Override
  public void check(Column actual, long firstRow, Failure failure) {
    int done = 0;
    while (done < actual.rows()) {
      long row = firstRow + done;
      int from = window.indexOf(row);
      int run = Math.min(actual.rows() - done, window.runLength(row));
      int wrong = actual.firstDifference(done, expected, from, run);
      if (wrong >= 0) {
        throw failure.at(row + wrong, expected.show(from + wrong), actual.show(done + wrong));
      }
      done += run;
    }
  }
}
