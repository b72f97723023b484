package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnType;

/** Structs of a long {@code a} and a string {@code b}: one child column a field. */
public final class StructColumn extends Column {

  private final LongColumn a = new LongColumn(ColumnType.LONG);
  private final BytesColumn b = new BytesColumn(ColumnType.STRING);

  StructColumn() {
    super(ColumnType.STRUCT);
  }

  /** The field {@code a} of every row; 0 where the struct is null. */
  public LongColumn a() {
    return a;
  }

  /** The field {@code b} of every row; empty where the struct is null. */
  public BytesColumn b() {
    return b;
  }

  /** Counts a struct whose fields have been appended to {@link #a()} and {@link #b()}. */
  public void appendStruct() {
    added();
  }

  @Override
  int capacity() {
    return a.capacity();
  }

  @Override
  void ensureCapacity(int neededRows) {
    a.ensureCapacity(neededRows);
    b.ensureCapacity(neededRows);
  }

  @Override
  void valuesReset() {
    a.reset(rows());
    b.reset(rows());
  }

  @Override
  void appendEmptyValue() {
    a.append(0);
    b.append(new byte[0]);
    added();
  }

  @Override
  void appendValues(Column source, int from, int count) {
    StructColumn other = (StructColumn) source;
    a.append(other.a, from, count);
    b.append(other.b, from, count);
  }

  @Override
  int firstValueDifference(int from, Column other, int otherFrom, int count) {
    StructColumn others = (StructColumn) other;
    int inA = a.firstDifference(from, others.a, otherFrom, count);
    int inB = b.firstDifference(from, others.b, otherFrom, inA < 0 ? count : inA);
    return inB >= 0 ? inB : inA;
  }

  @Override
  long hashOfValue(int row) {
    return Hash.step(Hash.step(2, a.hash(row)), b.hash(row));
  }

  @Override
  String showValue(int row) {
    return "{a: " + a.show(row) + ", b: " + b.show(row) + "}";
  }
}
