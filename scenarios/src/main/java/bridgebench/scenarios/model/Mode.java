package bridgebench.scenarios.model;

import java.util.List;

/** How rows are represented while they cross. */
public enum Mode implements AxisWord {
  /** No crossing: the Java twin of the function, the baseline. */
  JVM("jvm", Mode.ARROW_BATCH_ROWS, false),
  /** Rows pickled, {@code batchRows} to a frame. */
  PICKLE("pickle", Mode.PICKLE_BATCH_ROWS, false, "pickle"),
  /**
   * Arrow batches; the Python function is applied row by row. Arrow itself imports pandas when it
   * turns Python values into arrays.
   */
  ARROW_ROW("arrow-row", Mode.ARROW_BATCH_ROWS, true, "pyarrow", "pandas"),
  /** Arrow batches handed to the function as pandas Series. */
  ARROW_PANDAS("arrow-pandas", Mode.ARROW_BATCH_ROWS, true, "pyarrow", "pandas"),
  /** Arrow batches handed to the function as pyarrow arrays. */
  ARROW("arrow", Mode.ARROW_BATCH_ROWS, true, "pyarrow");

  /** Spark's {@code spark.sql.execution.python.udf.maxRecordsPerBatch}. */
  private static final int PICKLE_BATCH_ROWS = 100;

  /** Spark's {@code spark.sql.execution.arrow.maxRecordsPerBatch}. */
  private static final int ARROW_BATCH_ROWS = 10_000;

  private final String word;
  private final int defaultBatchRows;
  private final boolean compressible;
  private final List<String> pythonImports;

  Mode(String word, int defaultBatchRows, boolean compressible, String... pythonImports) {
    this.word = word;
    this.defaultBatchRows = defaultBatchRows;
    this.compressible = compressible;
    this.pythonImports = List.of(pythonImports);
  }

  @Override
  public String word() {
    return word;
  }

  /** Rows in a batch where a suite gives no number: Spark's default. */
  public int defaultBatchRows() {
    return defaultBatchRows;
  }

  /** Whether the axis {@code compression} applies. */
  public boolean isCompressible() {
    return compressible;
  }

  /** What a worker of this mode imports whatever its function: imported before it connects. */
  public List<String> pythonImports() {
    return pythonImports;
  }
}
