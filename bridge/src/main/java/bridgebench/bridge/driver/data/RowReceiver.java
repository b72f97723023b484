package bridgebench.bridge.driver.data;

import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.driver.plan.KeptRows;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameReader;
import bridgebench.bridge.transport.Connection;
import bridgebench.bridge.worker.PythonError;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows that Python sends, decodes them into typed columns and keeps them: SCHEMA where there
 * is one, a DATA frame a batch, and END.
 */
public final class RowReceiver extends Transferring {

  private final KeptRows kept;
  private final BatchDecoder decoder;
  private final long maxFrameBytes;
  private volatile @Nullable FrameReader reader;
  private long readNanos;
  private long decodeNanos;

  RowReceiver(DataPlace place, KeptRows kept, BatchDecoder decoder, long maxFrameBytes) {
    super(place, "bridgebench-receive");
    this.kept = kept;
    this.decoder = decoder;
    this.maxFrameBytes = maxFrameBytes;
  }

  /** The rows; all of them once {@link #await} has returned. */
  public KeptRows kept() {
    return kept;
  }

  @Override
  public long movedBytes() {
    FrameReader current = reader;
    return current == null ? 0 : current.readBytes();
  }

  @Override
  Transfer move(Connection with) throws IOException {
    FrameReader frames = with.reader();
    frames.limit(maxFrameBytes);
    reader = frames;
    long mark = System.nanoTime();
    while (frames.next() != FrameKind.END) {
      mark = take(frames, mark);
    }
    readNanos += System.nanoTime() - mark;
    return new Transfer(
        kept.mostRows(),
        frames.readBytes(),
        stages(),
        decoder.peakDirectBytes(),
        with.transport().effective());
  }

  @Override
  void release() {
    decoder.close();
  }

  private long take(FrameReader frames, long mark) throws IOException {
    FrameKind kind = frames.kind();
    if (kind == FrameKind.ERROR) {
      throw PythonError.of(frames.body());
    }
    if (kind != FrameKind.DATA && kind != FrameKind.SCHEMA) {
      throw frames.unexpected("SCHEMA, DATA or END");
    }
    int bytes = frames.bodyBytes();
    frames.body(decoder.bodyBuffer(kind, bytes));
    long read = System.nanoTime();
    readNanos += read - mark;
    if (kind == FrameKind.SCHEMA) {
      decoder.schema(bytes);
    } else {
      decoder.decode(bytes);
      kept.add(decoder.batch());
    }
    long decoded = System.nanoTime();
    decodeNanos += decoded - read;
    return decoded;
  }

  private Map<String, Long> stages() {
    Map<String, Long> stages = new LinkedHashMap<>();
    stages.put("jvm-reader.read", readNanos);
    stages.put("jvm-reader.decode", decodeNanos);
    return stages;
  }
}
