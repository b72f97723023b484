package bridgebench.cli;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * While open, the first Ctrl-C (or SIGTERM) asks for an orderly end, and the second leaves at once.
 *
 * <p>A shutdown hook could not do this: once the JVM shuts down it ignores further signals, and the
 * hooks that end workers run before the results are written.
 */
final class Interruption implements AutoCloseable {
  private static final long GRACE_MILLIS = 1_000;
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Runnable stop;
  private final Consumer<String> say;
  private final AtomicInteger signals = new AtomicInteger();
  private final List<Signal> watched = List.of(new Signal("INT"), new Signal("TERM"));
  private final List<SignalHandler> before;

  private Interruption(Runnable stop, Consumer<String> say) {
    this.stop = stop;
    this.say = say;
    this.before = watched.stream().map(signal -> Signal.handle(signal, this::received)).toList();
  }

  /**
   * Starts watching.
   *
   * @param stop asks the work to end soon; called on the signal's thread, at most once
   * @param say tells the user something, on the signal's thread
   */
  static Interruption stopping(Runnable stop, Consumer<String> say) {
    return new Interruption(stop, say);
  }

  @Override
  public void close() {
    for (int i = 0; i < watched.size(); i++) {
      Signal.handle(watched.get(i), before.get(i));
    }
  }

  private void received(Signal signal) {
    if (signals.incrementAndGet() == 1) {
      say.accept(
          "Stopping: what is measured is kept. Press Ctrl-C again to leave without a report.");
      stop.run();
    } else {
      leaveAtOnce();
    }
  }

  private static void leaveAtOnce() {
    askDescendantsToEnd();
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    haltIfHooksHang();
    System.exit(ExitCode.INTERRUPTED);
  }

  // A moment's grace, in which the forks remove their socket files. They are looked for again and
  // again, since one may just be starting.
  private static void askDescendantsToEnd() {
    long start = System.nanoTime();
    long lastSeen = start;
    long now = start;
    while (now - start < GRACE_NANOS && now - lastSeen < QUIET_NANOS) {
      List<ProcessHandle> running = ProcessHandle.current().descendants().toList();
      running.forEach(ProcessHandle::destroy);
      LockSupport.parkNanos(PAUSE_NANOS);
      now = System.nanoTime();
      lastSeen = running.isEmpty() ? lastSeen : now;
    }
  }

  // The hooks remove temporary files, but must not keep the user waiting.
  private static void haltIfHooksHang() {
    CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS)
        .execute(() -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED));
  }
}
