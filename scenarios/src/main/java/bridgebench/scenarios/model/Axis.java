package bridgebench.scenarios.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A dimension along which scenarios differ. Its name is the same in suites, JMH parameters, results
 * and reports.
 */
public enum Axis {
  PATH("path"),
  ENGINE("engine"),
  CALL("call"),
  PLACE("place"),
  ORIGIN("origin"),
  MODE("mode"),
  TRANSPORT("transport"),
  SHAPE("shape"),
  ROWS("rows"),
  BATCH_ROWS("batchRows"),
  WINDOW_ROWS("windowRows"),
  FUNCTION("function"),
  START("start"),
  WRITER("writer"),
  BATCHES_PER_SECOND("batchesPerSecond"),
  FLUSH("flush"),
  SOURCE("source"),
  WORKERS("workers"),
  COMPRESSION("compression"),
  DTYPES("dtypes"),
  TCP_NO_DELAY("tcpNoDelay"),
  SOCKET_BUFFER_BYTES("socketBufferBytes"),
  PIPE("pipe"),
  PIPE_BYTES("pipeBytes"),
  STAGES("stages"),
  ELEMENTS("elements"),
  MESSAGE_BYTES("messageBytes"),
  EXCHANGE("exchange"),
  DIRECTION("direction"),
  FIRST_TASKS("firstTasks"),
  THREADS("threads"),
  PLAN("plan"),
  ROWS_AS("rowsAs"),
  SELF_DESTRUCT("selfDestruct"),
  SPLIT_BLOCKS("splitBlocks"),
  BUDGET_BYTES("budgetBytes"),
  TIME_ZONE("timeZone");

  private final String suiteName;

  Axis(String suiteName) {
    this.suiteName = suiteName;
  }

  /** The name in suite files, JMH parameters, results and reports. */
  public String suiteName() {
    return suiteName;
  }

  /** The axis of this suite name, if there is one. */
  public static Optional<Axis> named(String suiteName) {
    return Arrays.stream(values()).filter(axis -> axis.suiteName.equals(suiteName)).findFirst();
  }

  /** Every suite name, in the order of the constants. */
  public static List<String> suiteNames() {
    return Arrays.stream(values()).map(Axis::suiteName).toList();
  }
}
