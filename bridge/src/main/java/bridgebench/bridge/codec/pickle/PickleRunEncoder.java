package bridgebench.bridge.codec.pickle;

import bridgebench.bridge.codec.EncodedBatch;
import bridgebench.bridge.codec.RunEncoder;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import net.razorvine.pickle.Pickler;
import org.jspecify.annotations.Nullable;

/**
 * Pickles batches of rows, each a tuple, with one Pickler for all of them. Unlike Spark's
 * AutoBatchedPickler, which memoizes objects by identity, it looks nothing up among what was
 * written before: every value is boxed anew, so that no row could refer to another's.
 */
final class PickleRunEncoder implements RunEncoder {

  private final PickleBytes bytes = new PickleBytes();
  private final Pickler pickler;
  private final @Nullable ValueBoxer[] boxers;
  private Object[] batch = {};
  private int rows;

  PickleRunEncoder(List<ColumnSpec> columns) {
    this.pickler = new Pickler(false, false);
    this.boxers = new ValueBoxer[columns.size()];
  }

  @Override
  public @Nullable EncodedBatch schema() {
    return null;
  }

  @Override
  public void start(int rowsAtMost) {
    batch = new Object[rowsAtMost];
    rows = 0;
  }

  @Override
  public void append(RowRun run) {
    for (int i = 0; i < run.rows(); i++) {
      batch[rows + i] = new Object[boxers.length];
    }
    for (int i = 0; i < boxers.length; i++) {
      boxer(i, run.column(i)).box(run.start(i), run.rows(), batch, rows, i);
    }
    rows += run.rows();
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public EncodedBatch finish() {
    bytes.clear();
    try {
      pickler.dump(rows == batch.length ? batch : Arrays.copyOf(batch, rows), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    // Boxed rows are several times what they are pickled, which is all that is wanted from now on.
    batch = new Object[0];
    return bytes.encoded();
  }

  @Override
  public long peakDirectBytes() {
    return 0;
  }

  @Override
  public void close() {
    // Memory only.
  }

  private ValueBoxer boxer(int index, Column column) {
    ValueBoxer boxer = boxers[index];
    if (boxer == null || !boxer.isOf(column)) {
      boxer = ValueBoxer.of(column);
      boxers[index] = boxer;
    }
    return boxer;
  }
}
