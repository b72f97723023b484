package bridgebench.scenarios.model;

/** What a scenario drives: the way that data or a call takes between the two runtimes. */
public enum BridgePath implements AxisWord {
  /** JVM to Python worker and back, as a PySpark UDF does. */
  UDF("udf"),
  /** From nothing to a worker's first answer. */
  WORKER_START("worker-start"),
  /** Bytes only: no rows, no codec. */
  TRANSPORT("transport"),
  /** Encode and decode on the JVM alone: no process boundary. */
  CODEC("codec"),
  /** Calls from the Python driver to the JVM through Py4J. */
  CALL("call"),
  /** Rows from the JVM to the Python driver, pickled: a list of rows. */
  COLLECT("collect"),
  /** Rows from the JVM to the Python driver: a pandas frame. */
  TO_PANDAS("to-pandas"),
  /** Rows from the JVM to the Python driver: an Arrow table. */
  TO_ARROW("to-arrow"),
  /** The first rows, formatted in the JVM: one string to the Python driver. */
  SHOW("show"),
  /** The number of rows. */
  COUNT("count"),
  /** One row of results for each group of rows. */
  AGGREGATE("aggregate"),
  /** A Python list to the JVM, pickled. */
  PARALLELIZE("parallelize"),
  /** A pandas frame to the JVM. */
  CREATE_DATAFRAME("create-dataframe"),
  /** A range of numbers in the JVM: a handle only, no data. */
  RANGE("range");

  private final String word;

  BridgePath(String word) {
    this.word = word;
  }

  /** Whether it is one of the driver's side. */
  public boolean isOfDriver() {
    return DriverAxes.PATHS.contains(this);
  }

  @Override
  public String word() {
    return word;
  }
}
