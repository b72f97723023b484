package bridgebench.jmh.benchmark;

import bridgebench.bridge.task.BridgeSettings;
import bridgebench.bridge.task.TaskReport;
import bridgebench.bridge.task.UdfSession;
import bridgebench.jmh.fork.OperationTally;
import bridgebench.scenarios.model.Scenario;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A worker owned by a JMH thread. Parameters are the axes of path {@code udf}; {@code -} means that
 * an axis does not apply or takes its default.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class UdfState extends SessionState<UdfSession, TaskReport> {
  @Param("udf")
  public String path;

  @Param("-")
  public String engine;

  @Param({"pickle", "arrow"})
  public String mode;

  @Param("unix")
  public String transport;

  @Param("double")
  public String shape;

  @Param("-")
  public String rows;

  @Param("-")
  public String batchRows;

  @Param("-")
  public String windowRows;

  @Param("plus-one")
  public String function;

  @Param("-")
  public String start;

  @Param("-")
  public String writer;

  @Param("-")
  public String batchesPerSecond;

  @Param("-")
  public String flush;

  @Param("-")
  public String source;

  @Param("-")
  public String workers;

  @Param("-")
  public String compression;

  @Param("-")
  public String dtypes;

  @Param("-")
  public String tcpNoDelay;

  @Param("-")
  public String socketBufferBytes;

  @Param("-")
  public String pipe;

  @Param("-")
  public String pipeBytes;

  @Param("-")
  public String stages;

  @Override
  UdfSession open(Scenario scenario, BridgeSettings settings) throws Exception {
    return UdfSession.open(scenario, settings);
  }

  @Override
  TaskReport operate(UdfSession session, OperationTally tally) throws Exception {
    TaskReport task = session.runTask();
    tally.add(task);
    // JMH's operation also has the reading of the trailer, this tally and a fresh worker's end.
    tally.addOwnNanos(task.durationNanos());
    return task;
  }

  @Override
  Map<String, String> effective(UdfSession session) {
    Map<String, String> effective = new TreeMap<>(session.effective());
    session
        .batchesInFlight()
        .filter(batches -> batches.getTotalCount() > 0)
        .ifPresent(
            batches ->
                effective.put(
                    "batchesInFlightMedian", Long.toString(batches.getValueAtPercentile(50))));
    return effective;
  }

  @Override
  Map<String, String> workerVersions(UdfSession session) {
    return session.workerVersions();
  }

  @Override
  Map<String, Histogram> latencies(UdfSession session) {
    return session.latency();
  }

  @Override
  void resetLatencies(UdfSession session) {
    session.resetLatency();
  }
}
