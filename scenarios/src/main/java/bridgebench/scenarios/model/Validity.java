package bridgebench.scenarios.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which combinations of axis values are impossible, and why. docs/semantics.md has the table. */
public final class Validity {

  private static final long MOST_CALL_BYTES = 16L << 20;

  private static final long LEAST_BATCHES_AT_A_RATE = 20;

  /** A task lasts 50 ms at least, beside which a stall of the machine is short. */
  private static final long TASKS_A_SECOND_AT_A_RATE = 20;

  private static final List<Rule> RULES =
      List.of(
          Validity::modeWithoutBridge,
          Validity::modeOfWorkersOnly,
          Validity::pipeToDriver,
          Validity::callTooLarge,
          Validity::selectorOnPipe,
          Validity::bufferedLockstep,
          Validity::rateWithoutThread,
          Validity::bufferedRate,
          Validity::rateOfFreshWorkers,
          Validity::rateOfShortTasks,
          Validity::daemonOnStdio,
          Validity::functionWithoutColumn,
          Validity::functionWithoutTwin,
          Validity::faithfulWithNulls,
          Validity::startWithoutRow,
          Validity::planWithoutColumn,
          Validity::batchLargerThanWindow,
          Validity::windowOfAnotherSize,
          Validity::tableFreedWhereItIsKept);

  private Validity() {}

  /**
   * Why a combination cannot be measured, or nothing when it can.
   *
   * @param axes the effective value of every applicable axis, as in {@link Scenario#axes()}
   */
  public static Optional<String> refusal(Map<Axis, String> axes) {
    return RULES.stream().map(rule -> rule.refusal(axes)).flatMap(Optional::stream).findFirst();
  }

  private interface Rule {
    Optional<String> refusal(Map<Axis, String> axes);
  }

  private static Optional<String> modeWithoutBridge(Map<Axis, String> axes) {
    return when(
        has(axes, Axis.MODE, Mode.JVM) && !has(axes, Axis.PATH, BridgePath.UDF),
        "mode jvm has neither a worker to start nor a codec; it applies to path udf");
  }

  private static Optional<String> modeOfWorkersOnly(Map<Axis, String> axes) {
    String mode = axes.get(Axis.MODE);
    return when(
        mode != null
            && onDriver(axes)
            && DriverAxes.MODES.stream().noneMatch(possible -> possible.word().equals(mode)),
        "path "
            + axes.get(Axis.PATH)
            + " moves rows in mode pickle or arrow; mode "
            + mode
            + " is one of a worker that applies a function");
  }

  private static Optional<String> pipeToDriver(Map<Axis, String> axes) {
    return when(
        onDriver(axes) && has(axes, Axis.TRANSPORT, TransportKind.PIPE),
        "path "
            + axes.get(Axis.PATH)
            + " serves its rows on a socket that the driver connects to; transport can be tcp or"
            + " unix");
  }

  private static Optional<String> callTooLarge(Map<Axis, String> axes) {
    String bytes = axes.get(Axis.MESSAGE_BYTES);
    return when(
        has(axes, Axis.PATH, BridgePath.CALL)
            && bytes != null
            && Long.parseLong(bytes) > MOST_CALL_BYTES,
        "a Py4J call carries its bytes as one line of text; messageBytes can be at most "
            + Quantity.formatBytes(MOST_CALL_BYTES)
            + " there");
  }

  private static Optional<String> selectorOnPipe(Map<Axis, String> axes) {
    return when(
        has(axes, Axis.WRITER, WriterKind.SELECTOR)
            && has(axes, Axis.TRANSPORT, TransportKind.PIPE),
        "writer selector needs a socket: a pipe cannot be selected on in the JVM");
  }

  private static Optional<String> bufferedLockstep(Map<Axis, String> axes) {
    return when(
        has(axes, Axis.WRITER, WriterKind.LOCKSTEP) && has(axes, Axis.FLUSH, Flush.BUFFER),
        "writer lockstep implies flush batch: a batch that stays in a buffer is never answered");
  }

  private static Optional<String> rateWithoutThread(Map<Axis, String> axes) {
    return whenAtARate(
        axes,
        !has(axes, Axis.WRITER, WriterKind.THREAD),
        "needs writer thread: writer "
            + axes.get(Axis.WRITER)
            + " sends when an answer or the socket lets it, not when a batch is due");
  }

  private static Optional<String> bufferedRate(Map<Axis, String> axes) {
    return whenAtARate(
        axes,
        has(axes, Axis.FLUSH, Flush.BUFFER),
        "implies flush batch: a batch that waits in a buffer for the next is late by design");
  }

  private static Optional<String> rateOfFreshWorkers(Map<Axis, String> axes) {
    return whenAtARate(
        axes,
        !has(axes, Axis.START, Start.REUSE),
        "needs start reuse: a task that begins with a worker's start is late from the first batch"
            + " on");
  }

  /** The clock paces batches within a task: a task of few has no rate to speak of. */
  private static Optional<String> rateOfShortTasks(Map<Axis, String> axes) {
    String rate = axes.get(Axis.BATCHES_PER_SECOND);
    String rows = axes.get(Axis.ROWS);
    String batchRows = axes.get(Axis.BATCH_ROWS);
    if (rate == null || rows == null || batchRows == null) {
      return Optional.empty();
    }
    long least = Math.max(LEAST_BATCHES_AT_A_RATE, Long.parseLong(rate) / TASKS_A_SECOND_AT_A_RATE);
    long full = Long.parseLong(rows) / Long.parseLong(batchRows);
    return whenAtARate(
        axes,
        full < least,
        "needs a task of "
            + least
            + " full batches at least, to see whether the bridge keeps up; "
            + rows
            + " rows at "
            + batchRows
            + " a batch have "
            + full);
  }

  private static Optional<String> whenAtARate(
      Map<Axis, String> axes, boolean impossible, String reason) {
    return when(
        AxisDefaults.hasRate(axes) && impossible,
        "batchesPerSecond " + axes.get(Axis.BATCHES_PER_SECOND) + " " + reason);
  }

  private static Optional<String> daemonOnStdio(Map<Axis, String> axes) {
    return when(
        has(axes, Axis.START, Start.DAEMON) && has(axes, Axis.PIPE, PipeKind.STDIO),
        "start daemon needs pipe named: a forked worker cannot have the JVM's pipes as its stdin and"
            + " stdout");
  }

  private static Optional<String> functionWithoutColumn(Map<Axis, String> axes) {
    String functionWord = axes.get(Axis.FUNCTION);
    String shapeName = axes.get(Axis.SHAPE);
    if (functionWord == null || shapeName == null) {
      return Optional.empty();
    }
    FunctionSpec function = FunctionSpec.parse(functionWord);
    boolean applies =
        Shapes.named(shapeName).columns().stream()
            .anyMatch(column -> function.appliesTo(column.type()));
    return when(
        !applies,
        "function "
            + functionWord
            + " applies to no column of shape "
            + shapeName
            + "; it is defined for "
            + String.join(", ", function.kind().typeWords()));
  }

  private static Optional<String> functionWithoutTwin(Map<Axis, String> axes) {
    String function = axes.get(Axis.FUNCTION);
    return when(
        has(axes, Axis.MODE, Mode.JVM)
            && function != null
            && !FunctionSpec.parse(function).hasTwin(),
        "mode jvm runs a function's Java twin, and function " + function + " is Python's alone");
  }

  private static Optional<String> faithfulWithNulls(Map<Axis, String> axes) {
    String shapeName = axes.get(Axis.SHAPE);
    return when(
        has(axes, Axis.DTYPES, Dtypes.FAITHFUL)
            && shapeName != null
            && Shapes.named(shapeName).columns().stream().anyMatch(ColumnSpec::nullable),
        "dtypes faithful cannot carry the nulls of shape "
            + shapeName
            + ": a long beside one becomes a float64, NaN becomes null, and years beyond"
            + " datetime64[ns] fail; use dtypes nullable, or a shape without nulls");
  }

  private static Optional<String> startWithoutRow(Map<Axis, String> axes) {
    return when(
        has(axes, Axis.PATH, BridgePath.WORKER_START) && "0".equals(axes.get(Axis.ROWS)),
        "path worker-start ends with the first batch back, so it needs at least 1 row");
  }

  private static Optional<String> planWithoutColumn(Map<Axis, String> axes) {
    String shapeName = axes.get(Axis.SHAPE);
    if (shapeName == null) {
      return Optional.empty();
    }
    if (has(axes, Axis.PATH, BridgePath.AGGREGATE)) {
      return withoutWhole(shapeName, "path aggregate groups");
    }
    if (has(axes, Axis.PLAN, Plan.JOIN)) {
      return withoutWhole(shapeName, "plan join joins");
    }
    boolean usesNumber = has(axes, Axis.PLAN, Plan.FILTER) || has(axes, Axis.PLAN, Plan.PROJECT);
    return when(
        usesNumber && noColumn(shapeName, ColumnType::isNumber),
        "plan "
            + axes.get(Axis.PLAN)
            + " uses the first number (byte, short, int, long, float, double), which shape "
            + shapeName
            + " has not");
  }

  private static Optional<String> withoutWhole(String shapeName, String whatIsDone) {
    return when(
        noColumn(shapeName, ColumnType::isWhole),
        whatIsDone
            + " by the first whole number (byte, short, int, long), which shape "
            + shapeName
            + " has not");
  }

  private static boolean noColumn(String shapeName, Predicate<ColumnType> wanted) {
    return Shapes.named(shapeName).columns().stream().map(ColumnSpec::type).noneMatch(wanted);
  }

  private static Optional<String> batchLargerThanWindow(Map<Axis, String> axes) {
    String shapeName = axes.get(Axis.SHAPE);
    String rows = axes.get(Axis.ROWS);
    String batchRows = axes.get(Axis.BATCH_ROWS);
    if (shapeName == null || rows == null || batchRows == null) {
      return Optional.empty();
    }
    Shape shape = Shapes.named(shapeName);
    long inOneBatch = Math.min(Long.parseLong(rows), Long.parseLong(batchRows));
    return when(
        inOneBatch > shape.mostBatchRows(),
        "a batch of "
            + inOneBatch
            + " rows of shape "
            + shapeName
            + " ("
            + shape.meanRowBytes()
            + " bytes each) is larger than the window that rows are read from, "
            + Quantity.formatBytes(Shape.MAX_WINDOW_BYTES)
            + "; batchRows can be at most "
            + shape.mostBatchRows());
  }

  private static Optional<String> windowOfAnotherSize(Map<Axis, String> axes) {
    String shapeName = axes.get(Axis.SHAPE);
    long windowRows = Long.parseLong(axes.getOrDefault(Axis.WINDOW_ROWS, "0"));
    if (windowRows == 0 || shapeName == null) {
      return Optional.empty();
    }
    Shape shape = Shapes.named(shapeName);
    long rows = Long.parseLong(axes.getOrDefault(Axis.ROWS, "0"));
    long batchRows = Long.parseLong(axes.getOrDefault(Axis.BATCH_ROWS, "0"));
    long most = shape.mostBatchRows();
    long fewest = shape.fewestWindowRows();
    long least = Math.max(fewest, Math.min(rows, batchRows));
    return when(
        windowRows < least || windowRows > most,
        "windowRows "
            + windowRows
            + ": expected "
            + least
            + " to "
            + most
            + ", or 0, which leaves it to the path; a window holds at least a batch and "
            + fewest
            + " rows, and at most "
            + Quantity.formatBytes(Shape.MAX_WINDOW_BYTES));
  }

  private static Optional<String> tableFreedWhereItIsKept(Map<Axis, String> axes) {
    return when(
        has(axes, Axis.ORIGIN, Origin.PYTHON) && has(axes, Axis.SELF_DESTRUCT, Switch.ON),
        "selfDestruct frees the table that is converted, and origin python converts one again and"
            + " again; use selfDestruct off");
  }

  private static boolean onDriver(Map<Axis, String> axes) {
    String path = axes.get(Axis.PATH);
    return path != null && DriverAxes.PATHS.contains(AxisWord.of(BridgePath.class, path));
  }

  private static boolean has(Map<Axis, String> axes, Axis axis, AxisWord value) {
    return value.word().equals(axes.get(axis));
  }

  private static Optional<String> when(boolean impossible, String reason) {
    return impossible ? Optional.of(reason) : Optional.empty();
  }
}
