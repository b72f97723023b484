package bridgebench.bridge.task;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.python.BoundedCommand;
import bridgebench.bridge.worker.PythonCommand;
import bridgebench.scenarios.model.AxisWord;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Shape;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The user's own function, packed by {@code python -m bridgebench.ship} as Spark would pack it.
 *
 * @param name its name
 * @param cloudpickle the function, pickled, in base64
 * @param returns the type it says it returns, or null when it does not say
 */
record UserFunction(String name, String cloudpickle, @Nullable ColumnType returns) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Packs a function from its file.
   *
   * @throws BridgeException with Python's words when the file or the function is not usable
   */
  static UserFunction ship(FunctionSpec function, BridgeSettings settings) {
    BoundedCommand.Output output =
        PythonCommand.run(
            settings.python(),
            settings.deadline(),
            "bridgebench.ship",
            function.file() + ":" + function.functionName());
    if (output.exitValue() != 0) {
      throw new BridgeException(
          Kind.PYTHON_EXCEPTION,
          "the function " + function.word() + " cannot be shipped: " + lastLine(output.stderr()),
          output.stderr(),
          null);
    }
    try {
      JsonNode packed = JSON.readTree(output.stdout());
      JsonNode returns = packed.path("returns");
      return new UserFunction(
          packed.path("name").asText(),
          packed.path("cloudpickle").asText(),
          returns.isTextual() ? AxisWord.of(ColumnType.class, returns.asText()) : null);
    } catch (JacksonException e) {
      throw new BridgeException(
          Kind.PROTOCOL, "bridgebench.ship did not print JSON", output.stderr(), e);
    }
  }

  /** The one column that comes back; of the first column's type when the function does not say. */
  List<ColumnSpec> results(Shape shape) {
    ColumnType type = returns == null ? shape.columns().get(0).type() : returns;
    return List.of(new ColumnSpec("result", type, true, 0));
  }

  private static String lastLine(String text) {
    String stripped = text.strip();
    return stripped.substring(stripped.lastIndexOf('\n') + 1);
  }
}
