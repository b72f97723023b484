package bridgebench.jmh.runner;

import java.time.Duration;

/** Ends a fork that overruns its deadline, or when a stop is requested, while JMH waits for it. */
final class ForkGuard implements AutoCloseable {
  private static final long PAUSE_MILLIS = 50;

  private final ForkProcesses processes;
  private final long deadlineNanos;
  private final StopSignal stop;
  private final long start = System.nanoTime();
  private final Thread thread = new Thread(this::watch, "bridgebench-fork-guard");
  private volatile boolean ended;
  private volatile boolean overran;

  ForkGuard(ForkProcesses processes, Duration deadline, StopSignal stop) {
    this.processes = processes;
    this.deadlineNanos = deadline.toNanos();
    this.stop = stop;
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether the fork was ended because of its deadline. */
  boolean overran() {
    return overran;
  }

  private void watch() {
    while (!ended) {
      if (System.nanoTime() - start > deadlineNanos) {
        overran = true;
      }
      if (overran || stop.isRequested()) {
        processes.end(() -> ended);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** JMH has seen the fork end. */
  @Override
  public void close() {
    ended = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
