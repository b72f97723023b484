package bridgebench.bridge.codec.pickle;

/** Makes the objects that Pyrolite pickles. */
interface RowBoxer {

  /** Rows of a task: an {@code Object[]} of values each. */
  Object[] rows(long firstRow, int count);
}
