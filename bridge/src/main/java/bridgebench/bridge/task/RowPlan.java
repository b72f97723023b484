package bridgebench.bridge.task;

import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.codec.BatchEncoder;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.Flush;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Start;
import bridgebench.scenarios.model.WriterKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scenario's words mean for its rows: window, batches, function, flush, recording. */
final class RowPlan {

  private final Scenario scenario;
  private final RowWindow window;
  private final List<ColumnSpec> results;
  private final byte[] setup;
  private final boolean recordLatency;
  private final Pace pace;

  private RowPlan(
      Scenario scenario,
      RowWindow window,
      List<ColumnSpec> results,
      FunctionSpec function,
      @Nullable UserFunction own,
      boolean recordLatency) {
    this.scenario = scenario;
    this.window = window;
    this.results = results;
    this.recordLatency = recordLatency;
    this.pace = new Pace(scenario.batchesPerSecond());
    this.setup = SetupBody.of(scenario, window.shape(), function, own, results, flushEachBatch());
  }

  static RowPlan of(Scenario scenario, BridgeSettings settings) {
    RowWindow window = Codecs.window(scenario, settings.seed());
    FunctionSpec function = FunctionSpec.parse(scenario.function());
    if (function.hasTwin()) {
      List<ColumnSpec> results = function.results(window.shape());
      return new RowPlan(scenario, window, results, function, null, settings.recordLatency());
    }
    UserFunction own = UserFunction.ship(function, settings);
    List<ColumnSpec> results = own.results(window.shape());
    return new RowPlan(scenario, window, results, function, own, settings.recordLatency());
  }

  BatchEncoder encoder() {
    return Codecs.encoder(scenario, window);
  }

  BatchDecoder decoder() {
    return Codecs.decoder(scenario, window, results);
  }

  Batches batches() {
    return new Batches(scenario.rows(), scenario.batchRows());
  }

  byte[] setup() {
    return setup;
  }

  /** When batches are due; one for all tasks, which come one after the other. */
  Pace pace() {
    return pace;
  }

  @Nullable Latencies latencies() {
    return recordLatency ? new Latencies(batches().count(), pace) : null;
  }

  WriterKind writer() {
    return scenario.wordOr(Axis.WRITER, WriterKind.THREAD);
  }

  Start start() {
    return scenario.wordOr(Axis.START, Start.REUSE);
  }

  /** Lockstep would wait for ever on what lies in a buffer. */
  boolean flushEachBatch() {
    return writer() == WriterKind.LOCKSTEP
        || scenario.wordOr(Axis.FLUSH, Flush.BUFFER) == Flush.BATCH;
  }

  /** Whether tasks are recorded stage by stage. */
  boolean stages() {
    return !"off".equals(scenario.word(Axis.STAGES));
  }

  /** What is in force whatever the operating system says. */
  Map<String, String> effective() {
    Map<String, String> effective = new LinkedHashMap<>();
    effective.put("windowRows", Integer.toString(window.rows()));
    effective.put("rowsPerFrame", Integer.toString(scenario.batchRows()));
    effective.put("writer", writer().word());
    if (pace.isSteady()) {
      effective.put("batchesPerSecond", Long.toString(scenario.batchesPerSecond()));
    }
    effective.put("flush", (flushEachBatch() ? Flush.BATCH : Flush.BUFFER).word());
    return effective;
  }
}
