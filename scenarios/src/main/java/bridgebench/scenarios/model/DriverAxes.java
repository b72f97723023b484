package bridgebench.scenarios.model;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where the axes of the driver's side apply, and their values where a suite gives none. */
final class DriverAxes {

  /** The paths of the driver's side. */
  static final Set<BridgePath> PATHS = EnumSet.range(BridgePath.CALL, BridgePath.RANGE);

  /** The paths on which all rows cross, in one direction. */
  static final Set<BridgePath> MOVING_ROWS =
      EnumSet.of(
          BridgePath.COLLECT,
          BridgePath.TO_PANDAS,
          BridgePath.TO_ARROW,
          BridgePath.PARALLELIZE,
          BridgePath.CREATE_DATAFRAME);

  /** The paths on which rows cross only where {@link Axis#PLACE} says so. */
  static final Set<BridgePath> WITH_PLACE = EnumSet.of(BridgePath.COUNT, BridgePath.AGGREGATE);

  /** The paths on which rows are pickled or Arrow, as {@link Axis#MODE} says. */
  static final Set<BridgePath> WITH_MODE =
      EnumSet.of(BridgePath.TO_PANDAS, BridgePath.CREATE_DATAFRAME);

  /** The modes of those paths. */
  static final Set<Mode> MODES = EnumSet.of(Mode.PICKLE, Mode.ARROW);

  /** The paths on which a library makes something else of what has crossed. */
  private static final Set<BridgePath> WITH_ORIGIN =
      EnumSet.of(BridgePath.COLLECT, BridgePath.TO_PANDAS);

  private static final Set<BridgePath> WITH_PLAN =
      EnumSet.of(
          BridgePath.COLLECT,
          BridgePath.TO_PANDAS,
          BridgePath.TO_ARROW,
          BridgePath.COUNT,
          BridgePath.SHOW);

  /** The paths on which timestamps become local times, or local times timestamps. */
  private static final Set<BridgePath> WITH_ZONE =
      EnumSet.of(
          BridgePath.COLLECT, BridgePath.TO_PANDAS, BridgePath.SHOW, BridgePath.CREATE_DATAFRAME);

  private static final Set<BridgePath> PICKLED =
      EnumSet.of(BridgePath.COLLECT, BridgePath.PARALLELIZE);

  /** Stands for the batches of 1 to 1,024 rows and up to 64 KiB that Spark's own pickler makes. */
  private static final int PICKLE_BATCH_ROWS = 1_000;

  private DriverAxes() {}

  /** Whether one of the driver's own axes applies to some scenario of a path. */
  static boolean appliesToPath(Axis axis, BridgePath path) {
    return switch (axis) {
      case CALL, ELEMENTS, THREADS -> path == BridgePath.CALL;
      case PLACE -> WITH_PLACE.contains(path);
      case ORIGIN -> WITH_ORIGIN.contains(path);
      case PLAN -> WITH_PLAN.contains(path);
      case ROWS_AS -> path == BridgePath.COLLECT;
      case SELF_DESTRUCT, SPLIT_BLOCKS -> path == BridgePath.TO_PANDAS;
      case BUDGET_BYTES -> mayMoveRows(path);
      case TIME_ZONE -> WITH_ZONE.contains(path);
      default -> false;
    };
  }

  /** Whether rows cross in some scenario of a path. */
  static boolean mayMoveRows(BridgePath path) {
    return MOVING_ROWS.contains(path) || WITH_PLACE.contains(path);
  }

  /** Whether an axis applies, of those that apply to the path. */
  static boolean applies(Axis axis, Map<Axis, String> axes) {
    return switch (axis) {
      case ELEMENTS -> calls(axes, CallKind.LIST, CallKind.CHAIN);
      case MESSAGE_BYTES ->
          !axes.containsKey(Axis.CALL)
              || calls(axes, CallKind.STRING, CallKind.BYTES_IN, CallKind.BYTES_OUT);
      case TRANSPORT -> !nothingCrosses(axes);
      case BATCH_ROWS, BUDGET_BYTES -> !staysInJvm(axes);
      case SELF_DESTRUCT, SPLIT_BLOCKS -> has(axes, Axis.MODE, Mode.ARROW);
      default -> true;
    };
  }

  /** Whether rows stay where they are, so that nothing of how they would cross matters. */
  static boolean staysInJvm(Map<Axis, String> axes) {
    return has(axes, Axis.PLACE, Place.JVM);
  }

  /**
   * Whether the operation begins and ends on one side, so that it does not matter how rows cross.
   */
  static boolean nothingCrosses(Map<Axis, String> axes) {
    return staysInJvm(axes) || has(axes, Axis.ORIGIN, Origin.PYTHON);
  }

  /** How rows cross on a path that has but one way: collected ones pickled, others as Arrow. */
  static Mode onlyMode(BridgePath path) {
    return PICKLED.contains(path) ? Mode.PICKLE : Mode.ARROW;
  }

  /** Rows in a batch where a suite gives no number. */
  static int defaultBatchRows(Mode mode) {
    return mode == Mode.PICKLE ? PICKLE_BATCH_ROWS : mode.defaultBatchRows();
  }

  private static boolean calls(Map<Axis, String> axes, CallKind... kinds) {
    for (CallKind kind : kinds) {
      if (has(axes, Axis.CALL, kind)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Map<Axis, String> axes, Axis axis, AxisWord value) {
    return value.word().equals(axes.get(axis));
  }
}
