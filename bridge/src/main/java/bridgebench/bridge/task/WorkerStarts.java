package bridgebench.bridge.task;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.clock.ClockOffset;
import bridgebench.bridge.worker.StartedWorker;
import bridgebench.bridge.worker.Worker;
import bridgebench.bridge.worker.WorkerStarter;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Start;
import bridgebench.scenarios.model.WriterKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scenario of the path {@code worker-start}: from nothing to a worker's first answer, in parts,
 * and the first tasks of a fresh worker. For one thread.
 */
public final class WorkerStarts implements AutoCloseable {

  /**
   * One start.
   *
   * @param partNanos consecutive parts whose sum is the time from asking for the process to its
   *     first batch back: {@code spawn} (the system makes the process), {@code interpreter} (until
   *     the worker's first statement; absent after a daemon's fork), {@code imports}, {@code
   *     connect} (with greeting), {@code function} (set-up sent, function loaded), {@code
   *     first-batch}. A reused worker has only {@code first-batch}
   * @param firstTaskNanos durations of the first tasks, in order; the start is not in the first
   */
  public record StartReport(Map<String, Long> partNanos, List<Long> firstTaskNanos) {}

  private final Start kind;
  private final long firstTasks;
  private final RowPlan plan;
  private final WorkerStarter starter;
  private final TaskGear gear;
  private final Map<String, String> effective = new LinkedHashMap<>();

  private Map<String, String> versions = Map.of();
  private ClockOffset clock = ClockOffset.unknown();
  private volatile @Nullable Worker current;

  private WorkerStarts(Scenario scenario, RowPlan plan, WorkerStarter starter) {
    this.kind = plan.start();
    this.firstTasks = scenario.requireLong(Axis.FIRST_TASKS);
    this.plan = plan;
    this.starter = starter;
    this.gear = new TaskGear(plan, WriterKind.THREAD, false, null);
  }

  /**
   * Starts one worker that is not timed, to compare clocks and to fail early; the daemon with it,
   * where there is one.
   *
   * @throws BridgeException saying what was expected, what came and what to try
   */
  public static WorkerStarts open(Scenario scenario, BridgeSettings settings) {
    RowPlan plan = RowPlan.of(scenario, settings);
    WorkerStarts starts = new WorkerStarts(scenario, plan, Starters.of(scenario, settings));
    try {
      starts.openFirst();
      return starts;
    } catch (RuntimeException | Error e) {
      starts.close();
      throw e;
    }
  }

  /** Starts a worker, runs its first tasks, and lets it go; a reused one stays. */
  public StartReport startOnce() {
    return gear.using(() -> kind == Start.REUSE ? reuse(current()) : fresh());
  }

  /** What was really in force, as read back. */
  public Map<String, String> effective() {
    return effective;
  }

  /** Versions as the worker reports them. */
  public Map<String, String> workerVersions() {
    return versions;
  }

  /** How Python's clock compares with ours. */
  public Optional<ClockOffset> clock() {
    return Optional.of(clock);
  }

  @Override
  public void close() {
    Worker open = current;
    if (open != null) {
      open.close();
    }
    starter.close();
    gear.close();
  }

  private Worker current() {
    return Objects.requireNonNull(current, "a worker that was kept");
  }

  private StartReport fresh() {
    StartedWorker start = starter.start();
    try (Worker worker = start.worker()) {
      current = worker;
      worker.setUp(plan.setup());
      long ready = System.nanoTime();
      try (RowTasks tasks = gear.tasksOf(worker)) {
        List<Long> durations = runFirst(tasks);
        Map<String, Long> parts =
            StartParts.of(
                start, kind == Start.DAEMON, clock.verified(), ready, tasks.firstAnswerNanos());
        return new StartReport(parts, runRest(tasks, durations));
      }
    }
  }

  private StartReport reuse(Worker worker) {
    try (RowTasks tasks = gear.tasksOf(worker)) {
      long begin = System.nanoTime();
      List<Long> durations = runFirst(tasks);
      Map<String, Long> parts = Map.of("first-batch", tasks.firstAnswerNanos() - begin);
      return new StartReport(parts, runRest(tasks, durations));
    }
  }

  private static List<Long> runFirst(RowTasks tasks) {
    List<Long> durations = new ArrayList<>();
    durations.add(tasks.run(0, System.nanoTime()).durationNanos());
    return durations;
  }

  private List<Long> runRest(RowTasks tasks, List<Long> durations) {
    for (long task = 1; task < firstTasks; task++) {
      durations.add(tasks.run(task, System.nanoTime()).durationNanos());
    }
    return durations;
  }

  private void openFirst() {
    Worker first = starter.start().worker();
    current = first;
    clock = first.measureClock();
    first.setUp(plan.setup());
    effective.putAll(plan.effective());
    first.addEffective(effective);
    versions = first.ready().versions();
    if (kind != Start.REUSE) {
      first.close();
    }
  }
}
