package bridgebench.bridge.codec.pickle;

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

/** Rows as pickles, which are not compressed. */
public final class PickleCodec implements Codec {

  @Override
  public BatchEncoder encoder(RowWindow window, Source source, Compression compression) {
    return new PickleEncoder(window, source);
  }

  @Override
  public RunEncoder runEncoder(List<ColumnSpec> columns) {
    return new PickleRunEncoder(columns);
  }

  @Override
  public BatchDecoder decoder(ResultCheck check) {
    return new PickleDecoder(check);
  }

  @Override
  public AnswerMaker answers(RowWindow window, Compression compression) {
    return new PickleAnswers(window);
  }
}
