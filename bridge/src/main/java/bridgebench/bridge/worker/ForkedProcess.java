package bridgebench.bridge.worker;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A worker that the daemon forked: not our child, so only the daemon learns its exit status. */
final class ForkedProcess implements PythonProcess {

  private final long pid;
  private final StderrTail stderr;

  /**
   * @param stderr the daemon's, which its children share
   */
  ForkedProcess(long pid, StderrTail stderr) {
    this.pid = pid;
    this.stderr = stderr;
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public boolean alive() {
    return ProcessGroup.runs(pid);
  }

  @Override
  public boolean awaitEnd(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (alive()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  @Override
  public String ending() {
    return alive() ? "still running" : "it was forked by the daemon, which keeps its exit status";
  }

  @Override
  public StderrTail stderr() {
    return stderr;
  }

  @Override
  public void closeStdin() {
    // It has none: the end of its channel, or of the daemon, ends it.
  }
}
