package bridgebench.jmh.benchmark;

import bridgebench.bridge.task.BridgeSettings;
import bridgebench.bridge.task.CodecSession;
import bridgebench.jmh.fork.OperationTally;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.CodecDirection;
import bridgebench.scenarios.model.Scenario;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A codec with its rows. Parameters are the axes of path {@code codec}; {@code -} means that an
 * axis does not apply or takes its default.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class CodecState extends SessionState<CodecSession, Long> {
  @Param("codec")
  public String path;

  @Param({"pickle", "arrow"})
  public String mode;

  @Param("double")
  public String shape;

  @Param("100000")
  public String rows;

  @Param("-")
  public String batchRows;

  @Param("-")
  public String windowRows;

  @Param("-")
  public String source;

  @Param("-")
  public String compression;

  @Param({"encode", "decode"})
  public String direction;

  private boolean encodes;
  private long rowsInTask;
  private long batchesInTask;

  @Override
  CodecSession open(Scenario scenario, BridgeSettings settings) {
    encodes = scenario.require(Axis.DIRECTION, CodecDirection.class) == CodecDirection.ENCODE;
    rowsInTask = scenario.rows();
    batchesInTask = (rowsInTask + scenario.batchRows() - 1) / scenario.batchRows();
    return CodecSession.open(scenario, settings.seed());
  }

  long rowsInTask() {
    return rowsInTask;
  }

  @Override
  Long operate(CodecSession session, OperationTally tally) {
    if (encodes) {
      long bytes = session.encodeOnce();
      tally.add(rowsInTask, batchesInTask, bytes, 0);
      return bytes;
    }
    long decoded = session.decodeOnce();
    tally.add(decoded, batchesInTask, 0, 0);
    return decoded;
  }

  @Override
  Map<String, String> effective(CodecSession session) {
    return session.effective();
  }

  @Override
  Map<String, String> workerVersions(CodecSession session) {
    return Map.of();
  }

  @Override
  Map<String, Histogram> latencies(CodecSession session) {
    return Map.of();
  }

  @Override
  void resetLatencies(CodecSession session) {}
}
