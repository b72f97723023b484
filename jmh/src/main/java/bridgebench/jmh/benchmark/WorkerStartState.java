package bridgebench.jmh.benchmark;

import bridgebench.bridge.task.BridgeSettings;
import bridgebench.bridge.task.WorkerStarts;
import bridgebench.bridge.task.WorkerStarts.StartReport;
import bridgebench.jmh.fork.OperationTally;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What starts workers; each start ends before the next. Parameters are the axes of path {@code
 * worker-start}; {@code -} means that an axis does not apply or takes its default.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class WorkerStartState extends SessionState<WorkerStarts, StartReport> {
  @Param("worker-start")
  public String path;

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

  @Param({"cold", "daemon"})
  public String start;

  @Param("-")
  public String tcpNoDelay;

  @Param("-")
  public String socketBufferBytes;

  @Param("-")
  public String pipe;

  @Param("-")
  public String pipeBytes;

  @Param("-")
  public String firstTasks;

  private long rowsPerStart;

  @Override
  WorkerStarts open(Scenario scenario, BridgeSettings settings) throws Exception {
    rowsPerStart = scenario.rows() * scenario.requireLong(Axis.FIRST_TASKS);
    return WorkerStarts.open(scenario, settings);
  }

  @Override
  StartReport operate(WorkerStarts starts, OperationTally tally) throws Exception {
    StartReport report = starts.startOnce();
    tally.add(rowsPerStart, 0, 0, 0);
    tally.addParts(report.partNanos());
    // The first tasks after the first and the worker's end belong to the operation, not to a start.
    tally.addOwnNanos(report.partNanos().values().stream().mapToLong(Long::longValue).sum());
    tally.setFirstTaskNanos(report.firstTaskNanos());
    return report;
  }

  @Override
  Map<String, String> effective(WorkerStarts starts) {
    return starts.effective();
  }

  @Override
  Map<String, String> workerVersions(WorkerStarts starts) {
    return starts.workerVersions();
  }

  @Override
  Map<String, Histogram> latencies(WorkerStarts starts) {
    return Map.of();
  }

  @Override
  void resetLatencies(WorkerStarts starts) {}
}
