package bridgebench.bridge.driver.data;

import bridgebench.bridge.codec.EncodedBatch;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.transport.Connection;
import bridgebench.bridge.transport.SocketTransport;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves the rows of one plan to Python, once: SCHEMA where there is one, a DATA frame a batch, and
 * END; ERROR instead when the plan fails on the way. While Python reads what a full socket took of
 * a batch, the next one is made.
 */
public final class RowServer extends Transferring {

  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] NOTHING = {};

  private final PlanBatches batches;
  private volatile @Nullable SocketFrames frames;
  private long writeNanos;

  RowServer(DataPlace place, PlanBatches batches) {
    super(place, "bridgebench-serve");
    this.batches = batches;
  }

  @Override
  public long movedBytes() {
    SocketFrames current = frames;
    return current == null ? 0 : current.writtenBytes();
  }

  @Override
  Transfer move(Connection with) throws IOException {
    // What a DataPlace waits for comes over a socket.
    SocketFrames out = new SocketFrames(((SocketTransport) with.transport()).toWorker());
    frames = out;
    try {
      serve(out);
    } catch (RuntimeException | Error e) {
      tell(out, e);
      throw e;
    }
    return new Transfer(
        batches.rows(),
        out.writtenBytes(),
        stages(),
        batches.peakDirectBytes(),
        with.transport().effective());
  }

  @Override
  void release() {
    batches.close();
  }

  private void serve(SocketFrames out) throws IOException {
    EncodedBatch schema = batches.schema();
    if (schema != null) {
      begin(out, FrameKind.SCHEMA, schema);
    }
    for (EncodedBatch batch = batches.next(); batch != null; batch = batches.next()) {
      begin(out, FrameKind.DATA, batch);
    }
    long begin = System.nanoTime();
    out.writeLast(FrameKind.END, NOTHING);
    writeNanos += System.nanoTime() - begin;
  }

  private void begin(SocketFrames out, FrameKind kind, EncodedBatch body) throws IOException {
    long begin = System.nanoTime();
    out.begin(kind, body);
    writeNanos += System.nanoTime() - begin;
  }

  private Map<String, Long> stages() {
    Map<String, Long> stages = new LinkedHashMap<>();
    stages.put("jvm-writer.produce", batches.produceNanos());
    stages.put("jvm-writer.encode", batches.encodeNanos());
    stages.put("jvm-writer.write", writeNanos);
    return stages;
  }

  private static void tell(SocketFrames out, Throwable failure) {
    try {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      out.writeLast(
          FrameKind.ERROR,
          JSON.writeValueAsBytes(
              Map.of(
                  "kind", failure.getClass().getSimpleName(),
                  "message", String.valueOf(failure.getMessage()),
                  "traceback", trace.toString())));
    } catch (IOException | RuntimeException | Error e) {
      failure.addSuppressed(e);
    }
  }
}
