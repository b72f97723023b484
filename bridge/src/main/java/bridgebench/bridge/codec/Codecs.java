package bridgebench.bridge.codec;

import bridgebench.bridge.codec.arrow.ArrowAnswers;
import bridgebench.bridge.codec.arrow.ArrowDecoder;
import bridgebench.bridge.codec.arrow.ArrowEncoder;
import bridgebench.bridge.codec.pickle.PickleAnswers;
import bridgebench.bridge.codec.pickle.PickleDecoder;
import bridgebench.bridge.codec.pickle.PickleEncoder;
import bridgebench.bridge.function.ResultCheck;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.Compression;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Shapes;
import bridgebench.scenarios.model.Source;
import java.util.List;

/** Which codec a mode uses. */
public final class Codecs {

  private Codecs() {}

  /**
   * The window that a scenario's rows are read from: of its shape, with room for one batch.
   *
   * @throws IllegalArgumentException when a batch needs more than a window may hold
   */
  public static RowWindow window(Scenario scenario, long seed) {
    int batchRows = (int) Math.min(scenario.batchRows(), Math.max(1, scenario.rows()));
    return RowWindow.fill(Shapes.named(scenario.shape()), batchRows, seed);
  }

  /** The encoder of a scenario's mode, which reads rows from this window. */
  public static BatchEncoder encoder(Scenario scenario, RowWindow window) {
    Source source = source(scenario);
    return switch (scenario.mode()) {
      case PICKLE -> new PickleEncoder(window, source);
      case ARROW_ROW, ARROW_PANDAS, ARROW ->
          new ArrowEncoder(window, source, compression(scenario));
      case JVM -> throw nothingCrosses(scenario.mode());
    };
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
    return switch (scenario.mode()) {
      case PICKLE -> new PickleDecoder(check);
      case ARROW_ROW, ARROW_PANDAS, ARROW -> new ArrowDecoder(check);
      case JVM -> throw nothingCrosses(scenario.mode());
    };
  }

  /** What makes answers of a scenario's mode without a worker. */
  static AnswerMaker answers(Scenario scenario, RowWindow window) {
    return switch (scenario.mode()) {
      case PICKLE -> new PickleAnswers(window);
      case ARROW_ROW, ARROW_PANDAS, ARROW -> new ArrowAnswers(window, compression(scenario));
      case JVM -> throw nothingCrosses(scenario.mode());
    };
  }

  private static Source source(Scenario scenario) {
    return scenario.word(Axis.SOURCE) == null
        ? Source.COLUMNS
        : scenario.require(Axis.SOURCE, Source.class);
  }

  private static Compression compression(Scenario scenario) {
    return scenario.word(Axis.COMPRESSION) == null
        ? Compression.NONE
        : scenario.require(Axis.COMPRESSION, Compression.class);
  }

  private static IllegalArgumentException nothingCrosses(Mode mode) {
    return new IllegalArgumentException("mode '" + mode.word() + "' has no codec: nothing crosses");
  }
}
