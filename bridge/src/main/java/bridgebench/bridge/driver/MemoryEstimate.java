package bridgebench.bridge.driver;

import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Origin;
import bridgebench.scenarios.model.Shape;

/**
 * What an operation will need at its peak, beside what both processes need anyway: a sum over the
 * sizes that CPython 3.10 to 3.13 gives its objects on 64-bit systems ({@code sys.getsizeof} and
 * the collector's header), and over Arrow's and our own columns.
 *
 * @param dataBytes the rows themselves, as Arrow holds them
 * @param pythonBytes of the Python process, the rows that it is told to expect included
 * @param heapBytes of the Java heap, the window included
 */
record MemoryEstimate(long dataBytes, long pythonBytes, long heapBytes) {

  private static final int TUPLE_BYTES = 56;
  private static final int POINTER_BYTES = 8;
  private static final int MEAN_TEXT_BYTES = 12;

  /**
   * What pyarrow keeps of a string or binary value to find equal ones while it makes a frame: a
   * hash table that grows by doubling, and the bytes. Seen of a million strings of 12 letters with
   * pyarrow 25: 110 bytes each.
   */
  private static final int DEDUPLICATION_BYTES = 110;

  /** Our columns grow by half, so up to a third of them is empty. */
  private static final double HEAP_SLACK = 1.5;

  static MemoryEstimate of(DriverOrder order) {
    long data = Math.multiplyExact(order.rows(), order.shape().meanRowBytes());
    double python = order.rows() * pythonRowBytes(order);
    long window = order.windowRows() * order.shape().meanRowBytes();
    long told = order.windowRows() * toldRowBytes(order.shape());
    return new MemoryEstimate(
        data, (long) python + told, window + (order.sendsRows() ? (long) (data * HEAP_SLACK) : 0));
  }

  long bytes() {
    return pythonBytes + heapBytes;
  }

  /** A row of the window as Python is told it: a list a column, and the values. */
  private static long toldRowBytes(Shape shape) {
    return shape.columns().stream().mapToLong(column -> POINTER_BYTES + objectBytes(column)).sum();
  }

  private static double pythonRowBytes(DriverOrder order) {
    Shape shape = order.shape();
    double arrow = shape.meanRowBytes();
    double objects = shape.columns().stream().mapToLong(MemoryEstimate::objectBytes).sum();
    double tuple = TUPLE_BYTES + POINTER_BYTES * (shape.columns().size() + 1.0);
    double frame = shape.columns().stream().mapToDouble(MemoryEstimate::frameBytes).sum();
    return switch (order.path()) {
      case COLLECT -> kept(order) + tuple + objects;
      case PARALLELIZE -> tuple;
      case TO_ARROW -> arrow;
      case TO_PANDAS ->
          order.representation() == Mode.PICKLE
              ? kept(order) + tuple + objects + POINTER_BYTES * shape.columns().size() + frame
              : arrow + frame + deduplication(shape);
      case CREATE_DATAFRAME ->
          order.representation() == Mode.PICKLE ? frame + tuple + objects : frame + arrow;
      case COUNT, AGGREGATE -> order.isPlaceJvm() ? 0 : arrow + frame + deduplication(shape);
      default -> 0;
    };
  }

  private static double deduplication(Shape shape) {
    return DEDUPLICATION_BYTES * shape.columns().stream().filter(MemoryEstimate::isText).count();
  }

  private static boolean isText(ColumnSpec column) {
    return column.type() == ColumnType.STRING || column.type() == ColumnType.BINARY;
  }

  /** A row in the pickled frames that Python keeps to read them again: about what Arrow takes. */
  private static double kept(DriverOrder order) {
    return order.origin() == Origin.PYTHON ? order.shape().meanRowBytes() : 0;
  }

  /** A value as a Python object; small whole numbers, of which there is one each, count as none. */
  private static long objectBytes(ColumnSpec column) {
    long text = column.valueBytes() == 0 ? MEAN_TEXT_BYTES : column.valueBytes();
    return switch (column.type()) {
      case BOOLEAN, BYTE -> 0;
      case SHORT, INT, LONG, DATE -> 32;
      case FLOAT, DOUBLE -> 24;
      case TIMESTAMP -> 48;
      case DECIMAL -> 104;
      case STRING -> 56 + text;
      case BINARY -> 40 + text;
      case LONG_ARRAY -> 72 + 4 * 40;
      case STRUCT -> 72 + 32 + 56 + text;
      case STRING_LONG_MAP -> 232 + 4 * (51 + 32);
    };
  }

  /** A value in a pandas frame: a number's own width, else a pointer and the object. */
  private static double frameBytes(ColumnSpec column) {
    return switch (column.type()) {
      case BOOLEAN, BYTE -> column.nullable() ? 8 : 1;
      case SHORT -> column.nullable() ? 8 : 2;
      case INT -> column.nullable() ? 8 : 4;
      case FLOAT -> 4;
      case LONG, DOUBLE, TIMESTAMP -> 8;
      default -> POINTER_BYTES + objectBytes(column);
    };
  }
}
