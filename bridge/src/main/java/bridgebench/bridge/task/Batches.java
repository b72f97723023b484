package bridgebench.bridge.task;

/**
 * How a task's rows are cut.
 *
 * @param rows in the task
 * @param batchRows in each batch but the last
 */
record Batches(long rows, int batchRows) {

  long count() {
    return (rows + batchRows - 1) / batchRows;
  }

  long firstRow(long batch) {
    return batch * batchRows;
  }

  /** Rows in this batch. */
  int rowsOf(long batch) {
    return (int) Math.min(batchRows, rows - firstRow(batch));
  }
}
