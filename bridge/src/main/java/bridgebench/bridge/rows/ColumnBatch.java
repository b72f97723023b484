package bridgebench.bridge.rows;

/** Typed rows of one batch, column by column. */
public interface ColumnBatch {

  /** Rows in the batch. */
  int rows();

  /**
   * The values of a column, in canonical form. They may live in arrays that the next call reuses:
   * valid until then.
   */
  Column column(int index);
}
