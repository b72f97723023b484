package bridgebench.bridge.task;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.clock.ClockOffset;
import bridgebench.bridge.worker.StartedWorker;
import bridgebench.bridge.worker.Worker;
import bridgebench.bridge.worker.WorkerStarter;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Start;
import bridgebench.scenarios.model.WriterKind;
import bridgebench.scenarios.run.LatencyKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A session whose tasks cross to a worker: one warm worker, or one for each task. */
final class WorkerSession implements UdfSession {

  private final Scenario scenario;
  private final RowPlan plan;
  private final WorkerStarter starter;
  private final TaskGear gear;
  private final Map<String, String> effective = new LinkedHashMap<>();

  private Map<String, String> versions = Map.of();
  private ClockOffset clock = ClockOffset.unknown();
  private volatile @Nullable Worker worker;
  private volatile boolean closed;
  private @Nullable RowTasks warmTasks;
  private boolean recording = true;
  private long taskNumber;
  private long checksum;

  private WorkerSession(Scenario scenario, RowPlan plan, WorkerStarter starter) {
    this.scenario = scenario;
    this.plan = plan;
    this.starter = starter;
    this.gear = new TaskGear(plan, plan.writer(), plan.stages(), plan.latencies());
  }

  static WorkerSession open(Scenario scenario, BridgeSettings settings) {
    return open(scenario, RowPlan.of(scenario, settings), Starters.of(scenario, settings));
  }

  /** Opens a session whose workers come from this starter, which the session closes. */
  static WorkerSession open(Scenario scenario, RowPlan plan, WorkerStarter starter) {
    WorkerSession session;
    try {
      session = new WorkerSession(scenario, plan, starter);
    } catch (RuntimeException | Error e) {
      starter.close();
      throw e;
    }
    try {
      session.openWorker();
      return session;
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  @Override
  public TaskReport runTask() {
    if (closed) {
      throw new BridgeException(
          Kind.JVM, "the session of scenario " + scenario.id() + " is closed", "", null);
    }
    return gear.using(() -> consistent(runOne()));
  }

  @Override
  public void record(boolean on) {
    recording = on;
  }

  @Override
  public Map<String, String> effective() {
    return effective;
  }

  @Override
  public Map<String, String> workerVersions() {
    return versions;
  }

  @Override
  public Optional<ClockOffset> clock() {
    return Optional.of(clock);
  }

  @Override
  public Map<String, Histogram> latency() {
    Latencies latencies = gear.latencies();
    if (latencies == null) {
      return Map.of();
    }
    if (plan.pace().isSteady()) {
      return Map.of(
          LatencyKind.RESPONSE.word(),
          latencies.responseNanos(),
          LatencyKind.RESIDENCE.word(),
          latencies.nanos());
    }
    LatencyKind kind =
        plan.writer() == WriterKind.LOCKSTEP ? LatencyKind.SERVICE : LatencyKind.RESIDENCE;
    return Map.of(kind.word(), latencies.nanos());
  }

  @Override
  public Optional<Histogram> batchesInFlight() {
    return Optional.ofNullable(gear.latencies()).map(Latencies::inFlight);
  }

  @Override
  public void resetLatency() {
    if (gear.latencies() != null) {
      gear.latencies().reset();
    }
  }

  /** Ends the worker; another thread's task then fails, and gives back what it uses. */
  @Override
  public void close() {
    closed = true;
    Worker current = worker;
    if (current != null) {
      current.close();
    }
    starter.close();
    gear.close();
  }

  private TaskReport runOne() {
    RowTasks warm = warmTasks;
    if (warm != null) {
      warm.record(recording);
      return warm.run(taskNumber++, System.nanoTime());
    }
    StartedWorker started = starter.start();
    try (Worker own = started.worker()) {
      worker = own;
      own.setUp(plan.setup());
      try (RowTasks one = gear.tasksOf(own)) {
        one.record(recording);
        return one.run(taskNumber++, started.beginNanos());
      }
    }
  }

  /** A function that nothing but itself can judge must make the same results of the same rows. */
  private TaskReport consistent(TaskReport report) {
    long now = report.checksum();
    if (now != 0 && checksum != 0 && now != checksum) {
      throw new BridgeException(
          Kind.WRONG_RESULT,
          "function "
              + scenario.function()
              + " gave other results for the same rows in task "
              + (taskNumber - 1)
              + " than before (checksum "
              + Long.toHexString(now)
              + " after "
              + Long.toHexString(checksum)
              + "); expected a function whose results depend on its arguments alone",
          "",
          null);
    }
    checksum = now;
    return report;
  }

  private void openWorker() {
    Worker first = starter.start().worker();
    worker = first;
    clock = first.measureClock();
    first.setUp(plan.setup());
    effective.putAll(plan.effective());
    first.addEffective(effective);
    versions = first.ready().versions();
    if (plan.start() == Start.REUSE) {
      warmTasks = gear.keep(gear.tasksOf(first));
    } else {
      first.close();
    }
  }
}
