package bridgebench.bridge.task;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.clock.ClockOffset;
import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.codec.BatchEncoder;
import bridgebench.bridge.worker.StartedWorker;
import bridgebench.bridge.worker.Worker;
import bridgebench.bridge.worker.WorkerStarter;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Start;
import bridgebench.scenarios.model.WriterKind;
import java.io.IOException;
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
  private final BatchEncoder encoder;
  private final BatchDecoder decoder;
  private final WriterThread writerThread;
  private final RowTasks.Shared shared;
  private final Map<String, String> effective = new LinkedHashMap<>();

  private Map<String, String> versions = Map.of();
  private ClockOffset clock = ClockOffset.unknown();
  private @Nullable Worker worker;
  private @Nullable RowTasks tasks;
  private long taskNumber;

  private WorkerSession(Scenario scenario, RowPlan plan, WorkerStarter starter) {
    this.scenario = scenario;
    this.plan = plan;
    this.starter = starter;
    this.encoder = plan.encoder();
    this.decoder = plan.decoder();
    this.writerThread = new WriterThread("bridgebench-writer");
    this.shared =
        new RowTasks.Shared(
            encoder,
            decoder,
            plan.batches(),
            plan.writer(),
            plan.flushEachBatch(),
            plan.stages(),
            plan.latencies(),
            writerThread);
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
    long begin = System.nanoTime();
    if (plan.start() == Start.REUSE) {
      return warmTasks().run(taskNumber++, begin);
    }
    Worker own = started(false);
    try (RowTasks one = tasksOf(own)) {
      return one.run(taskNumber++, begin);
    } finally {
      own.close();
    }
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
    Latencies latencies = shared.latencies();
    String kind = plan.writer() == WriterKind.LOCKSTEP ? "service" : "residence";
    return latencies == null ? Map.of() : Map.of(kind, latencies.nanos());
  }

  @Override
  public Optional<Histogram> batchesInFlight() {
    return Optional.ofNullable(shared.latencies()).map(Latencies::inFlight);
  }

  @Override
  public void resetLatency() {
    if (shared.latencies() != null) {
      shared.latencies().reset();
    }
  }

  @Override
  public void close() {
    if (tasks != null) {
      tasks.close();
    }
    if (worker != null) {
      worker.close();
    }
    starter.close();
    writerThread.close();
    encoder.close();
    decoder.close();
  }

  private void openWorker() {
    Worker first = started(true);
    effective.putAll(plan.effective());
    first.addEffective(effective);
    versions = first.ready().versions();
    if (plan.start() == Start.REUSE) {
      worker = first;
      tasks = tasksOf(first);
    } else {
      first.close();
    }
  }

  private Worker started(boolean compareClocks) {
    StartedWorker started = starter.start();
    Worker next = started.worker();
    if (compareClocks) {
      clock = next.measureClock();
    }
    next.setUp(plan.setup());
    return next;
  }

  private RowTasks tasksOf(Worker of) {
    try {
      return new RowTasks(of, shared);
    } catch (IOException | IllegalArgumentException e) {
      throw of.explain(e, "while preparing its channel");
    }
  }

  private RowTasks warmTasks() {
    if (tasks == null) {
      throw new BridgeException(
          Kind.JVM, "the session of scenario " + scenario.id() + " is closed", "", null);
    }
    return tasks;
  }
}
