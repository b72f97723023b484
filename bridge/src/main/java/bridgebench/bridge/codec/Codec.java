package bridgebench.bridge.codec;

import bridgebench.bridge.function.ResultCheck;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.Compression;
import bridgebench.scenarios.model.Source;

/** One representation of rows on the wire: makes what encodes and decodes it. */
public interface Codec {

  /** Encodes rows of this window. */
  BatchEncoder encoder(RowWindow window, Source source, Compression compression);

  /** Decodes answers, which this check judges; it also knows their columns. */
  BatchDecoder decoder(ResultCheck check);

  /** Makes a worker's answers without a worker, of rows that no function changed. */
  AnswerMaker answers(RowWindow window, Compression compression);
}
