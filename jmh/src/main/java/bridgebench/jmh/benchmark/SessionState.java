package bridgebench.jmh.benchmark;

import bridgebench.bridge.task.BridgeSettings;
import bridgebench.jmh.fork.ForkOrder;
import bridgebench.jmh.fork.ForkSamples;
import bridgebench.jmh.fork.OperationTally;
import bridgebench.jmh.fork.PlainOrder;
import bridgebench.jmh.fork.ThreadSamples;
import bridgebench.scenarios.model.Scenario;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The life of a session on one JMH thread: opened and verified before the trial, its operations
 * tallied by iteration, closed after the trial or at the first failure.
 *
 * @param <S> the session
 * @param <R> what an operation returns
 */
public abstract class SessionState<S extends AutoCloseable, R> {
  private static final String MEASURED_LOOP = "_jmhStub";
  private static final int NEAREST_FRAMES = 8;

  private final ForkSamples samples = ForkSamples.current();
  private @Nullable ThreadSamples thread;
  private @Nullable S session;
  private @Nullable Thread closer;
  private boolean measuring;
  private boolean hasCompany;
  private Stretch stretch = Stretch.CATCHING_UP;

  /** How far a thread is in JMH's iteration. */
  private enum Stretch {
    CATCHING_UP,
    OPERATED_EARLY,
    MEASURED,
    OVER
  }

  abstract S open(Scenario scenario, BridgeSettings settings) throws Exception;

  /** One operation, added to the tally. */
  abstract R operate(S session, OperationTally tally) throws Exception;

  /** What is in force; asked after the first operation. */
  abstract Map<String, String> effective(S session);

  abstract Map<String, String> workerVersions(S session);

  /** Latencies since the last reset, by kind; empty where none are recorded. */
  abstract Map<String, Histogram> latencies(S session);

  abstract void resetLatencies(S session);

  /** Opens the session and runs a first operation, whose results are checked like all others. */
  @Setup(Level.Trial)
  public void openSession(BenchmarkParams params) throws Exception {
    thread = samples.join();
    hasCompany = params.getThreads() > 1;
    try {
      ForkOrder order = samples.order().orElseGet(PlainOrder::withoutHost);
      S opened = open(ScenarioParams.scenario(params, order), order.settings());
      session = opened;
      closeAtExit();
      operate(opened, new OperationTally());
      noteFacts(opened);
    } catch (Throwable thrown) {
      throw failed(thrown);
    }
  }

  /** Clears the tally; before the first measured iteration, goes on warming up if need be. */
  @Setup(Level.Iteration)
  public void startIteration(IterationParams params) throws Exception {
    if (params.getType() == IterationType.MEASUREMENT && !measuring) {
      measuring = true;
      ExtraWarmup.run(this, params);
    }
    thread().iterationStarts();
    resetLatencies(session());
    stretch = Stretch.CATCHING_UP;
    samples.iterationStarts();
  }

  /** Adds the iteration's latencies to its tally. */
  @TearDown(Level.Iteration)
  public void finishIteration() {
    endMeasuredStretch();
  }

  /** Closes the session: its worker ends. */
  @TearDown(Level.Trial)
  public void closeSession() throws Exception {
    noteFacts(session());
    thread().end();
    close();
  }

  /**
   * One operation. JMH lets threads that are ready early, or done early, go on operating until the
   * others are, so that all are under the same load; such an operation counts nowhere.
   *
   * @param counters told of the operation when it counts
   */
  final R operate(Control control, Consumer<? super R> counters) throws Exception {
    if (!isMeasured(control)) {
      return operateInto(thread().beside());
    }
    R result = operateInto(thread().tally());
    counters.accept(result);
    return result;
  }

  // The flags are of all threads together: near the start and the end of the time only the loop
  // tells
  // which part a thread is in. For a single shot JMH sets both at once.
  private boolean isMeasured(Control control) {
    if (!control.startMeasurement) {
      stretch = Stretch.OPERATED_EARLY;
      return false;
    }
    boolean begins = hasCompany && stretch != Stretch.MEASURED;
    if ((begins || control.stopMeasurement) && !isInMeasuredLoop()) {
      endMeasuredStretch();
      return false;
    }
    if (stretch == Stretch.OPERATED_EARLY) {
      resetLatencies(session());
    }
    stretch = Stretch.MEASURED;
    return true;
  }

  // JMH generates the measured loop as a method of its own.
  private static boolean isInMeasuredLoop() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .limit(NEAREST_FRAMES)
                    .anyMatch(frame -> frame.getMethodName().endsWith(MEASURED_LOOP)));
  }

  private void endMeasuredStretch() {
    if (stretch == Stretch.MEASURED) {
      thread().tally().addLatencies(latencies(session()));
      stretch = Stretch.OVER;
    } else if (stretch == Stretch.CATCHING_UP) {
      stretch = Stretch.OPERATED_EARLY;
    }
  }

  final R operateInto(OperationTally tally) throws Exception {
    try {
      return operate(session(), tally);
    } catch (Throwable thrown) {
      throw failed(thrown);
    }
  }

  /** Whether warm-up shows no more speeding up, its last iterations against those before. */
  final boolean warmupEnded(int rounds, int last) {
    return samples.warmupEnded(thread(), rounds, last);
  }

  final ThreadSamples thread() {
    return Objects.requireNonNull(thread, "operation before the trial's setup");
  }

  private S session() {
    return Objects.requireNonNull(session, "operation before the trial's setup");
  }

  private void noteFacts(S open) {
    samples.sessionFacts(effective(open), workerVersions(open));
  }

  // JMH does not tear a trial down after a failure, so nobody else closes the session.
  private Exception failed(Throwable thrown) {
    samples.failed(thrown);
    try {
      close();
    } catch (Exception e) {
      thrown.addSuppressed(e);
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    return (Exception) thrown;
  }

  private void close() throws Exception {
    S open = session;
    session = null;
    if (open != null) {
      open.close();
    }
    Thread hook = closer;
    closer = null;
    if (hook != null) {
      ExitHooks.remove(hook);
    }
  }

  // A fork that is told to end closes its worker and removes its socket.
  private void closeAtExit() {
    closer = ExitHooks.add(() -> closeQuietly(session));
  }

  private static void closeQuietly(@Nullable AutoCloseable session) {
    try {
      if (session != null) {
        session.close();
      }
    } catch (Exception e) {
      // The process is ending; the host removes what is left.
    }
  }
}
