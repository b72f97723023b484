package bridgebench.bridge.task;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Shape;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of SETUP frames, and the packages that a worker needs to import for them. */
final class SetupBody {

  private static final JsonMapper JSON = new JsonMapper();

  private SetupBody() {}

  /** For a worker that transforms rows. */
  static byte[] of(
      Scenario scenario,
      Shape shape,
      FunctionSpec function,
      @Nullable UserFunction own,
      List<ColumnSpec> results,
      boolean flushEachBatch) {
    ObjectNode body = JSON.createObjectNode();
    body.put("mode", scenario.mode().word());
    body.set("columns", ColumnsJson.write(shape.columns()));
    addFunction(body.putObject("function"), function, own);
    body.set("results", ColumnsJson.write(results));
    body.put("batchRows", scenario.batchRows());
    body.put("flush", flushEachBatch ? "batch" : "buffer");
    addWord(body, scenario, Axis.COMPRESSION);
    addWord(body, scenario, Axis.DTYPES);
    return bytes(body);
  }

  /** For a worker that only echoes or swallows messages. */
  static byte[] ofBytesOnly(String mode) {
    return bytes(JSON.createObjectNode().put("mode", mode));
  }

  private static void addFunction(
      ObjectNode body, FunctionSpec function, @Nullable UserFunction own) {
    if (own != null) {
      body.put("name", own.name()).put("cloudpickle", own.cloudpickle());
    } else if (function.sleepNanos() > 0) {
      body.put("name", "sleep").put("sleepNanos", function.sleepNanos());
    } else {
      body.put("name", function.kind().word());
    }
  }

  private static void addWord(ObjectNode body, Scenario scenario, Axis axis) {
    String word = scenario.word(axis);
    if (word != null) {
      body.put(axis.suiteName(), word);
    }
  }

  private static byte[] bytes(ObjectNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
