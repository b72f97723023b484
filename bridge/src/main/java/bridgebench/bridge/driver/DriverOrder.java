package bridgebench.bridge.driver;

import bridgebench.bridge.rows.RowWindow;
import bridgebench.bridge.rows.TimestampRange;
import bridgebench.bridge.rows.WindowSize;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.CallKind;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Origin;
import bridgebench.scenarios.model.Place;
import bridgebench.scenarios.model.RowsAs;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Shape;
import bridgebench.scenarios.model.Shapes;
import bridgebench.scenarios.model.Switch;
import bridgebench.scenarios.model.TransportKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario of the driver's paths asks for, with what stands in where an axis does not apply.
 */
final class DriverOrder {

  private static final int ARROW_BATCH_ROWS = 10_000;

  private final Scenario scenario;

  DriverOrder(Scenario scenario) {
    this.scenario = scenario;
  }

  String label() {
    return scenario.id();
  }

  BridgePath path() {
    return scenario.path();
  }

  /** Whether the operation is about rows; calls carry values of their own. */
  boolean hasRows() {
    return path() != BridgePath.CALL;
  }

  /** Whether rows come from Python. */
  boolean sendsRows() {
    return path() == BridgePath.PARALLELIZE || path() == BridgePath.CREATE_DATAFRAME;
  }

  /** The rows' schema; longs where there are none of the scenario's own. */
  Shape shape() {
    return Shapes.named(scenario.word(Axis.SHAPE) == null ? "long" : scenario.shape());
  }

  /** The rows that operations go through. */
  RowWindow window(long seed, TimestampRange timestamps) {
    return RowWindow.ofRows(shape(), windowRows(), seed, timestamps);
  }

  /** How many of them there are before they repeat. */
  int windowRows() {
    return switch (path()) {
      // No row of theirs crosses, or but a few.
      case CALL, RANGE, SHOW -> WindowSize.ofTasks(shape(), scenario.windowRows(), rows(), 1);
      default -> WindowSize.ofOperations(shape(), scenario.windowRows(), rows(), rowsInFrame());
    };
  }

  /** Where no rows cross there is no batch that the window must have room for. */
  private int rowsInFrame() {
    return scenario.word(Axis.BATCH_ROWS) == null ? 1 : scenario.batchRows();
  }

  long rows() {
    return scenario.word(Axis.ROWS) == null ? 1 : scenario.rows();
  }

  int batchRows() {
    return scenario.word(Axis.BATCH_ROWS) == null ? ARROW_BATCH_ROWS : scenario.batchRows();
  }

  TransportKind transport() {
    return scenario.word(Axis.TRANSPORT) == null ? TransportKind.TCP : scenario.transport();
  }

  /** How rows cross: as the scenario says, or in the one way that its path has. */
  Mode representation() {
    return switch (path()) {
      case COLLECT, PARALLELIZE -> Mode.PICKLE;
      case TO_PANDAS, CREATE_DATAFRAME -> scenario.mode();
      default -> Mode.ARROW;
    };
  }

  /** How Python is told what to expect: not in the way that is measured. */
  Mode expectation() {
    return representation() == Mode.PICKLE ? Mode.ARROW : Mode.PICKLE;
  }

  boolean isPlaceJvm() {
    return scenario.word(Axis.PLACE) == null
        || scenario.require(Axis.PLACE, Place.class) == Place.JVM;
  }

  /** Where rows are when an operation begins. */
  Origin origin() {
    return scenario.wordOr(Axis.ORIGIN, Origin.JVM);
  }

  boolean asRows() {
    return scenario.word(Axis.ROWS_AS) == null
        || scenario.require(Axis.ROWS_AS, RowsAs.class) == RowsAs.ROWS;
  }

  /** The zone of the session and of the Python process. */
  ZoneId timeZone() {
    String word = scenario.word(Axis.TIME_ZONE);
    return ZoneId.of(word == null ? "UTC" : word);
  }

  boolean isOn(Axis axis) {
    return scenario.word(axis) != null && scenario.require(axis, Switch.class) == Switch.ON;
  }

  /** Bytes that both processes together may use; null where the machine decides. */
  @Nullable Long budgetBytes() {
    String word = scenario.word(Axis.BUDGET_BYTES);
    return word == null || word.equals("0") ? null : Long.valueOf(word);
  }

  /** Packages that Python imports before it is asked for anything. */
  List<String> preload() {
    return path() == BridgePath.CALL
        ? List.of("py4j.java_gateway")
        : List.of("py4j.java_gateway", "numpy", "pyarrow", "pandas");
  }

  /** Adds what Python needs to know. */
  void describeTo(ObjectNode setup) {
    setup.put("path", path().word());
    setup.put("rows", rows());
    setup.put("batchRows", batchRows());
    setup.put("representation", representation().word());
    setup.put("expectation", expectation().word());
    setup.put("plan", scenario.word(Axis.PLAN) == null ? "scan" : scenario.require(Axis.PLAN));
    setup.put("place", isPlaceJvm() ? "jvm" : "python");
    setup.put("origin", origin().word());
    setup.put("asRows", asRows());
    setup.put("selfDestruct", isOn(Axis.SELF_DESTRUCT));
    setup.put("splitBlocks", isOn(Axis.SPLIT_BLOCKS));
    setup.put("timeZone", timeZone().getId());
    if (path() == BridgePath.CALL) {
      ObjectNode call = setup.putObject("call");
      call.put("kind", scenario.require(Axis.CALL, CallKind.class).word());
      call.put("elements", number(Axis.ELEMENTS));
      call.put("messageBytes", number(Axis.MESSAGE_BYTES));
      call.put("threads", number(Axis.THREADS));
    }
  }

  private long number(Axis axis) {
    return scenario.word(axis) == null ? 1 : scenario.requireLong(axis);
  }
}
