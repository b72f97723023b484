package bridgebench.bridge.codec.pickle;

import bridgebench.bridge.codec.BatchEncoder;
import bridgebench.bridge.codec.EncodedBatch;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import bridgebench.scenarios.model.Shape;
import bridgebench.scenarios.model.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.razorvine.pickle.Pickler;
import org.jspecify.annotations.Nullable;

/**
 * Pickles batches of rows, each an {@code Object[]}, with one Pickler for all of them. As in
 * Spark's BatchEvalPythonExec, objects are compared by identity if at all, and memoized only for
 * shapes with a type that Python converts.
 */
final class PickleEncoder implements BatchEncoder {

  private final PickleBytes bytes = new PickleBytes();
  private final Pickler pickler;
  private final RowBoxer boxer;

  /** An encoder that reads rows from this window, column-wise or row-wise. */
  PickleEncoder(RowWindow window, Source source) {
    this.pickler = new Pickler(pythonConverts(window.shape()), false);
    this.boxer = source == Source.COLUMNS ? new ColumnBoxer(window) : new CursorBoxer(window);
  }

  @Override
  public @Nullable EncodedBatch schema() {
    return null;
  }

  @Override
  public EncodedBatch encode(long firstRow, int rows) {
    bytes.clear();
    try {
      pickler.dump(boxer.rows(firstRow, rows), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.encoded();
  }

  @Override
  public void close() {
    // Memory only: the pickler holds nothing else.
  }

  private static boolean pythonConverts(Shape shape) {
    return shape.columns().stream().map(ColumnSpec::type).anyMatch(PickleEncoder::pythonConverts);
  }

  /** As Spark's EvaluatePython.needConversionInPython. */
  private static boolean pythonConverts(ColumnType type) {
    return type == ColumnType.DATE || type == ColumnType.TIMESTAMP || type == ColumnType.STRUCT;
  }
}
