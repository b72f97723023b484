package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.codec.AnswerMaker;
import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.codec.BatchEncoder;
import bridgebench.bridge.codec.Codec;
import bridgebench.bridge.codec.RunEncoder;
import bridgebench.bridge.function.ResultCheck;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.Compression;
import bridgebench.scenarios.model.Source;
import java.util.List;

/** Rows as Arrow record batches: the wire is the same, whatever Python makes of them. */
public final class ArrowCodec implements Codec {

  @Override
  public BatchEncoder encoder(RowWindow window, Source source, Compression compression) {
    return new ArrowEncoder(window, source, compression);
  }

  @Override
  public RunEncoder runEncoder(List<ColumnSpec> columns) {
    return new ArrowRunEncoder(columns);
  }

  @Override
  public BatchDecoder decoder(ResultCheck check) {
    return new ArrowDecoder(check);
  }

  @Override
  public AnswerMaker answers(RowWindow window, Compression compression) {
    return new ArrowAnswers(window, compression);
  }
}
