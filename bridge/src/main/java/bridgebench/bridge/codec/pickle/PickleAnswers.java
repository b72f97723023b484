package bridgebench.bridge.codec.pickle;

import bridgebench.bridge.codec.AnswerMaker;
import bridgebench.bridge.rows.RowWindow;
import java.util.Arrays;
import java.util.List;

/** A worker's answers as pickles: bare values where there is one column, else tuples. */
final class PickleAnswers implements AnswerMaker {

  private final ColumnBoxer boxer;

  /** Answers made of the rows of this window. */
  PickleAnswers(RowWindow window) {
    this.boxer = new ColumnBoxer(window);
  }

  @Override
  public byte[] answer(long firstRow, int rows) {
    List<Object> boxed = Arrays.asList(boxer.rows(firstRow, rows));
    boxed.replaceAll(row -> row instanceof Object[] values && values.length == 1 ? values[0] : row);
    return AnswerPickler.pickle(boxed);
  }

  @Override
  public void close() {
    // Memory only.
  }
}
