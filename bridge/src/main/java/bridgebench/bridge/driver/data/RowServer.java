package bridgebench.bridge.driver.data;

import bridgebench.bridge.codec.EncodedBatch;
import bridgebench.bridge.codec.RunEncoder;
import bridgebench.bridge.driver.plan.Plan;
import bridgebench.bridge.driver.plan.RowStream;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameWriter;
import bridgebench.bridge.rows.RowRun;
import bridgebench.bridge.transport.Connection;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves the rows of one plan to Python, once: SCHEMA where there is one, a DATA frame a batch, and
 * END; ERROR instead when the plan fails on the way.
 */
public final class RowServer extends Transferring {

  private static final JsonMapper JSON = new JsonMapper();

  private final Plan plan;
  private final RunEncoder encoder;
  private final int batchRows;
  private volatile @Nullable FrameWriter writer;
  private long rows;
  private long produceNanos;
  private long encodeNanos;
  private long writeNanos;
  private long mark;

  RowServer(DataPlace place, Plan plan, RunEncoder encoder, int batchRows) {
    super(place, "bridgebench-serve");
    this.plan = plan;
    this.encoder = encoder;
    this.batchRows = batchRows;
  }

  @Override
  public long movedBytes() {
    FrameWriter current = writer;
    return current == null ? 0 : current.writtenBytes();
  }

  @Override
  Transfer move(Connection with) throws IOException {
    FrameWriter frames = new FrameWriter(with.transport().toWorker());
    writer = frames;
    try (encoder) {
      try {
        serve(frames);
      } catch (RuntimeException | Error e) {
        tell(frames, e);
        throw e;
      }
      return new Transfer(
          rows,
          frames.writtenBytes(),
          stages(),
          encoder.peakDirectBytes(),
          with.transport().effective());
    }
  }

  private void serve(FrameWriter frames) throws IOException {
    mark = System.nanoTime();
    writeSchema(frames);
    RowStream stream = plan.open();
    int batched = 0;
    for (RowRun run = stream.next(batchRows); run != null; run = stream.next(batchRows - batched)) {
      produceNanos += sinceMark();
      if (batched == 0) {
        encoder.start(batchRows);
      }
      encoder.append(run);
      batched = encoder.rows();
      if (batched == batchRows) {
        send(frames);
        batched = 0;
      } else {
        encodeNanos += sinceMark();
      }
    }
    produceNanos += sinceMark();
    if (batched > 0) {
      send(frames);
    }
    frames.write(FrameKind.END);
    frames.flush();
    writeNanos += sinceMark();
  }

  private void writeSchema(FrameWriter frames) throws IOException {
    EncodedBatch schema = encoder.schema();
    encodeNanos += sinceMark();
    if (schema != null) {
      frames.write(FrameKind.SCHEMA, schema.frameBytes(), schema.parts());
      writeNanos += sinceMark();
    }
  }

  private void send(FrameWriter frames) throws IOException {
    rows += encoder.rows();
    EncodedBatch batch = encoder.finish();
    encodeNanos += sinceMark();
    frames.write(FrameKind.DATA, batch.frameBytes(), batch.parts());
    writeNanos += sinceMark();
  }

  /** Ends a stage and begins the next. */
  private long sinceMark() {
    long now = System.nanoTime();
    long took = now - mark;
    mark = now;
    return took;
  }

  private Map<String, Long> stages() {
    Map<String, Long> stages = new LinkedHashMap<>();
    stages.put("jvm-writer.produce", produceNanos);
    stages.put("jvm-writer.encode", encodeNanos);
    stages.put("jvm-writer.write", writeNanos);
    return stages;
  }

  private static void tell(FrameWriter frames, Throwable failure) {
    try {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      frames.write(
          FrameKind.ERROR,
          JSON.writeValueAsBytes(
              Map.of(
                  "kind", failure.getClass().getSimpleName(),
                  "message", String.valueOf(failure.getMessage()),
                  "traceback", trace.toString())));
      frames.flush();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
