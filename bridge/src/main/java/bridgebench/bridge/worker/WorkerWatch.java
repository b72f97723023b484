package bridgebench.bridge.worker;

import bridgebench.bridge.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches one worker. When it has not moved for too long, asks it where it is, kills it and all
 * that it started, and closes its channels, so that whoever waits for it wakes up.
 */
final class WorkerWatch implements AutoCloseable {

  private static final long STACK_MILLIS = 1_500;
  private static final long QUIET_MILLIS = 150;

  private final PythonProcess process;
  private final Duration patience;
  private final Watch watch;

  private final CompletableFuture<String> stack = new CompletableFuture<>();

  private volatile @Nullable Transport transport;
  private volatile boolean expired;

  WorkerWatch(PythonProcess process, Duration patience) {
    this.process = process;
    this.patience = patience;
    this.watch = new Watch(patience, this::expire);
  }

  /** Which channels to close, and what grows while things move. */
  void over(Transport transport, LongSupplier progress) {
    this.transport = transport;
    watch.progress(progress);
  }

  void arm() {
    watch.arm();
  }

  void disarm() {
    watch.disarm();
  }

  Duration patience() {
    return patience;
  }

  /** Whether the deadline has passed. */
  boolean expired() {
    return expired;
  }

  /** Where Python was when the deadline passed; empty when it did not say. Waits for its answer. */
  String stack() {
    return stack.completeOnTimeout("", 2 * STACK_MILLIS, TimeUnit.MILLISECONDS).join();
  }

  @Override
  public void close() {
    watch.close();
  }

  private void expire() {
    // Told first: a process that does not know the signal ends by it, and its end is seen at once.
    expired = true;
    stack.complete(askWhereItIs());
    process.group().kill();
    Transport open = transport;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // The process is gone: its end of the channel is closed anyway.
      }
    }
  }

  // The worker answers SIGUSR1 with the stack of every thread on its stderr.
  private String askWhereItIs() {
    long before = process.stderr().bytes();
    try {
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -USR1 " + process.pid())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!kill.waitFor(STACK_MILLIS, TimeUnit.MILLISECONDS)) {
        kill.destroyForcibly();
      }
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
    return process.stderr().awaitWords(before, STACK_MILLIS, QUIET_MILLIS).strip();
  }
}
