package bridgebench.bridge.worker;

import bridgebench.bridge.frame.FrameException;
import bridgebench.bridge.frame.FrameException.Fault;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A worker that the daemon forked: not our child, so only the daemon learns its exit status. */
final class ForkedProcess implements PythonProcess {

  private static final long WORDS_MILLIS = 500;

  private final ProcessHandle handle;
  private final StderrTail stderr;

  private ForkedProcess(ProcessHandle handle, StderrTail stderr) {
    this.handle = handle;
    this.stderr = stderr;
  }

  /**
   * The worker with this process id.
   *
   * @param stderr the daemon's, which its children share
   * @throws IOException when it has ended already
   */
  static ForkedProcess of(long pid, StderrTail stderr) throws IOException {
    ProcessHandle handle =
        ProcessHandle.of(pid)
            .orElseThrow(
                () ->
                    new FrameException(
                        Fault.ENDED,
                        "the forked worker " + pid + " ended at once, " + ending(pid, stderr)));
    return new ForkedProcess(handle, stderr);
  }

  @Override
  public long pid() {
    return handle.pid();
  }

  @Override
  public ProcessGroup group() {
    return new ProcessGroup(handle);
  }

  @Override
  public boolean alive() {
    return ProcessGroup.runs(handle);
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
    return alive() ? "still running" : ending(pid(), stderr);
  }

  /** As the daemon tells it on stderr once it has reaped the worker. */
  private static String ending(long pid, StderrTail stderr) {
    Pattern told = Pattern.compile("worker " + pid + " ended: (exit status|signal) (\\d+)");
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WORDS_MILLIS);
    do {
      Matcher matcher = told.matcher(stderr.text());
      if (matcher.find()) {
        int number = Integer.parseInt(matcher.group(2));
        return matcher.group(1).equals("signal")
            ? ExitStatus.describeSignal(number)
            : ExitStatus.describe(number);
      }
      LockSupport.parkNanos(5_000_000);
    } while (System.nanoTime() < end && !Thread.currentThread().isInterrupted());
    return "and its daemon told no exit status";
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
