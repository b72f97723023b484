package bridgebench.bridge.codec.pickle;

import bridgebench.bridge.clock.StageClock;
import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.codec.MalformedBodyException;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.function.ResultCheck;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.ColumnBatch;
import bridgebench.scenarios.model.ColumnSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import net.razorvine.pickle.PickleException;

/**
 * Unpickles lists of rows with one Unpickler, and unboxes all of them into typed columns before
 * anything is compared: a bare value a row where there is one column, else a tuple.
 */
final class PickleDecoder implements BatchDecoder, ColumnBatch {

  private final ResultCheck check;
  private final BodyInput body = new BodyInput();
  private final BoundedUnpickler unpickler = new BoundedUnpickler(body);
  private final ColumnUnboxer[] columns;
  private int rows;

  /** A decoder whose batches are judged by this check, which also knows their columns. */
  PickleDecoder(ResultCheck check) {
    this.check = check;
    List<ColumnSpec> results = check.results();
    this.columns = new ColumnUnboxer[results.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new ColumnUnboxer(results.get(i), i, columns.length);
    }
  }

  @Override
  public ByteBuffer bodyBuffer(FrameKind kind, int bodyBytes) {
    return body.bufferFor(bodyBytes);
  }

  @Override
  public void schema(int bodyBytes) {
    throw new MalformedBodyException(
        "a SCHEMA frame of " + bodyBytes + " bytes came in mode 'pickle', which has none");
  }

  @Override
  public int decode(int bodyBytes) {
    body.start(bodyBytes);
    if (!(unpickled(bodyBytes) instanceof List<?> list)) {
      throw new MalformedBodyException(
          "expected a pickled list of rows in a body of "
              + bodyBytes
              + " bytes, got another object");
    }
    for (ColumnUnboxer column : columns) {
      column.unbox(list);
    }
    rows = list.size();
    return rows;
  }

  @Override
  public ColumnBatch batch() {
    return this;
  }

  @Override
  public void check(long firstRow, StageClock clock) {
    check.accept(this, firstRow);
  }

  @Override
  public long checksum() {
    return check.checksum();
  }

  @Override
  public long peakDirectBytes() {
    return 0;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public Column column(int index) {
    return columns[index].column();
  }

  @Override
  public void close() {
    unpickler.close();
  }

  private Object unpickled(int bodyBytes) {
    try {
      return unpickler.load();
    } catch (IOException | PickleException e) {
      throw malformed(bodyBytes, e);
    } catch (MalformedBodyException e) {
      throw e;
    } catch (RuntimeException e) {
      // Pyrolite answers damaged pickles with whatever its stack and arrays happen to throw.
      throw malformed(bodyBytes, e);
    }
  }

  private static MalformedBodyException malformed(int bodyBytes, Exception cause) {
    return new MalformedBodyException(
        "a body of " + bodyBytes + " bytes is not a pickle that can be read: " + cause, cause);
  }
}
