package bridgebench.jmh.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ends the JVM that JMH has forked for one order, and its workers. JMH keeps the process to itself,
 * so it is found among this process's children by the order's path on its command line.
 */
final class ForkProcesses {
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long PAUSE_MILLIS = 20;

  private final String mark;

  ForkProcesses(String mark) {
    this.mark = mark;
  }

  /**
   * Asks the fork to end, and after two seconds kills it and its descendants; again and again until
   * {@code ended}, since a fork may just be starting.
   */
  void end(BooleanSupplier ended) {
    long start = System.nanoTime();
    while (!ended.getAsBoolean()) {
      boolean patient = System.nanoTime() - start < GRACE_NANOS;
      for (ProcessHandle fork : running()) {
        if (patient) {
          fork.destroy();
        } else {
          kill(fork);
        }
      }
      pause();
    }
  }

  /** The fork's JVM, if it runs. */
  List<ProcessHandle> running() {
    return ProcessHandle.current().children().filter(this::isMarked).toList();
  }

  private static void kill(ProcessHandle fork) {
    // Descendants first: once their parent is gone they cannot be found.
    List<ProcessHandle> descendants = new ArrayList<>(fork.descendants().toList());
    fork.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  // ProcessHandle.Info reads one page of the command line, which a long class path fills.
  private boolean isMarked(ProcessHandle process) {
    try {
      byte[] commandLine = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline"));
      return new String(commandLine, StandardCharsets.UTF_8).contains(mark);
    } catch (IOException e) {
      return false; // It has ended.
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
