package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.codec.AnswerMaker;
import bridgebench.bridge.codec.EncodedBatch;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.Compression;
import bridgebench.scenarios.model.Source;
import java.nio.ByteBuffer;

/**
 * A worker's answers as Arrow messages: the encoder's own, since the format is the same both ways.
 */
final class ArrowAnswers implements AnswerMaker {

  private final ArrowEncoder encoder;

  /** Answers made of the rows of this window. */
  ArrowAnswers(RowWindow window, Compression compression) {
    this.encoder = new ArrowEncoder(window, Source.COLUMNS, compression);
  }

  @Override
  public byte[] answer(long firstRow, int rows) {
    EncodedBatch batch = encoder.encode(firstRow, rows);
    ByteBuffer body = ByteBuffer.allocate(batch.frameBytes());
    for (ByteBuffer part : batch.parts()) {
      body.put(part);
    }
    return body.array();
  }

  @Override
  public void close() {
    encoder.close();
  }
}
