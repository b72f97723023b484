package bridgebench.bridge.task;

import bridgebench.bridge.codec.AnswerMaker;
import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.codec.BatchEncoder;
import bridgebench.bridge.codec.Codec;
import bridgebench.bridge.codec.arrow.ArrowCodec;
import bridgebench.bridge.codec.pickle.PickleCodec;
import bridgebench.bridge.function.ResultCheck;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.bridge.rows.TimestampRange;
import bridgebench.bridge.rows.WindowSize;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.Compression;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Shape;
import bridgebench.scenarios.model.Shapes;
import bridgebench.scenarios.model.Source;
import java.util.List;

/** Which codec a mode uses. */
public final class Codecs {

  private Codecs() {}

  /**
   * The window that a scenario's rows are read from: of its shape, and of as many rows as it asks
   * for or, where it does not, with room for one batch.
   *
   * @throws IllegalArgumentException when a batch needs more than a window may hold
   */
  public static RowWindow window(Scenario scenario, long seed) {
    Shape shape = Shapes.named(scenario.shape());
    int rows =
        WindowSize.ofTasks(shape, scenario.windowRows(), scenario.rows(), scenario.batchRows());
    return RowWindow.ofRows(shape, rows, seed, TimestampRange.PYTHON);
  }

  /** The encoder of a scenario's mode, which reads rows from this window. */
  public static BatchEncoder encoder(Scenario scenario, RowWindow window) {
    return codec(scenario.mode()).encoder(window, source(scenario), compression(scenario));
  }

  /** The decoder for a built-in function, whose result columns its twin knows. */
  public static BatchDecoder decoder(Scenario scenario, RowWindow window) {
    FunctionSpec function = FunctionSpec.parse(scenario.function());
    return decoder(scenario, window, function.results(window.shape()));
  }

  /**
   * The decoder of a scenario's mode.
   *
   * @param window the rows that are sent, which the results are judged by
   * @param results the columns that come back
   */
  public static BatchDecoder decoder(
      Scenario scenario, RowWindow window, List<ColumnSpec> results) {
    return decoder(scenario, ResultCheck.of(scenario, window, results));
  }

  /** The decoder of a scenario's mode, whose batches this check judges. */
  static BatchDecoder decoder(Scenario scenario, ResultCheck check) {
    return codec(scenario.mode()).decoder(check);
  }

  /** What makes answers of a scenario's mode without a worker. */
  public static AnswerMaker answers(Scenario scenario, RowWindow window) {
    return codec(scenario.mode()).answers(window, compression(scenario));
  }

  /** The codec of a mode, for rows that are no task's. */
  public static Codec codec(Mode mode) {
    return switch (mode) {
      case PICKLE -> new PickleCodec();
      case ARROW_ROW, ARROW_PANDAS, ARROW -> new ArrowCodec();
      case JVM -> throw new IllegalArgumentException("mode 'jvm' has no codec: nothing crosses");
    };
  }

  private static Source source(Scenario scenario) {
    return scenario.wordOr(Axis.SOURCE, Source.COLUMNS);
  }

  private static Compression compression(Scenario scenario) {
    return scenario.wordOr(Axis.COMPRESSION, Compression.NONE);
  }
}
