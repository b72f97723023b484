package bridgebench.bridge.codec;

import bridgebench.bridge.function.ResultCheck;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.Compression;
import bridgebench.scenarios.model.Source;
import java.util.List;

/** One representation of rows on the wire: makes what encodes and decodes it. */
public interface Codec {

  /** Encodes rows of this window. */
  BatchEncoder encoder(RowWindow window, Source source, Compression compression);

  /** Encodes rows of these columns as they come, in runs. */
  RunEncoder runEncoder(List<ColumnSpec> columns);

  /** Decodes answers, which this check judges; it also knows their columns. */
  BatchDecoder decoder(ResultCheck check);

  /** Makes a worker's answers without a worker, of rows that no function changed. */
  AnswerMaker answers(RowWindow window, Compression compression);
}
