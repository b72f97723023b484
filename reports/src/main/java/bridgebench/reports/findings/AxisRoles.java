package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an axis does for the arms that differ on it: work, amount of work, or a number. */
public final class AxisRoles {

  /** The axes whose values are numbers, those that make the best line first. */
  public static final List<Axis> NUMBERS =
      List.of(
          Axis.BATCH_ROWS,
          Axis.ROWS,
          Axis.MESSAGE_BYTES,
          Axis.ELEMENTS,
          Axis.BATCHES_PER_SECOND,
          Axis.SOCKET_BUFFER_BYTES,
          Axis.PIPE_BYTES,
          Axis.WORKERS,
          Axis.THREADS);

  private static final Set<Axis> AMOUNTS_OF_WORK =
      EnumSet.of(Axis.ROWS, Axis.MESSAGE_BYTES, Axis.ELEMENTS);

  private static final Set<Axis> KINDS_OF_WORK =
      EnumSet.of(
          Axis.PATH,
          Axis.CALL,
          Axis.PLAN,
          Axis.ORIGIN,
          Axis.SHAPE,
          Axis.WINDOW_ROWS,
          Axis.FUNCTION,
          Axis.BATCHES_PER_SECOND,
          Axis.EXCHANGE,
          Axis.DIRECTION);

  private AxisRoles() {}

  /** Whether the axis has numbers as values. */
  public static boolean isNumber(Axis axis) {
    return NUMBERS.contains(axis);
  }

  /** Whether arms that differ on the axis do different work, so that none of them is the best. */
  static boolean isWork(Axis axis) {
    return KINDS_OF_WORK.contains(axis) || isAmountOfWork(axis);
  }

  /** Whether a greater value of the axis is more work. */
  static boolean isAmountOfWork(Axis axis) {
    return AMOUNTS_OF_WORK.contains(axis);
  }

  /** Whether the axis is a size along which time or speed makes a line: work, or rows a batch. */
  static boolean isSize(Axis axis) {
    return isAmountOfWork(axis) || axis == Axis.BATCH_ROWS;
  }
}
