package bridgebench.bridge.python;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A command that is run to its end within a deadline, and of whose output a bounded part is kept.
 * Whatever it started and left behind is killed with it, in whatever group or session it is, and at
 * the JVM's exit too: such a process holds the command's stdout and stderr, and who reads them to
 * their end would wait for it.
 */
public final class BoundedCommand {

  /** What it printed, and how it ended; of a long stderr its end. */
  public record Output(int exitValue, String stdout, String stderr) {}

  private static final String MARK_NAME = "BRIDGEBENCH_COMMAND";
  private static final Path PROC = Path.of("/proc");
  private static final long LAST_WORDS_MILLIS = 1_000;
  private static final long LOOK_AGAIN_MILLIS = 10;
  private static final int MAX_STDOUT_BYTES = 64 << 20;
  private static final int MAX_STDERR_BYTES = 64 << 10;

  private final Process process;
  private final String mark;
  private final Collector stdout;
  private final Collector stderr;

  private BoundedCommand(Process process, String mark) {
    this.process = process;
    this.mark = mark;
    this.stdout = new Collector(process.getInputStream(), MAX_STDOUT_BYTES);
    this.stderr = new Collector(process.getErrorStream(), MAX_STDERR_BYTES);
  }

  /**
   * Runs a command with an empty stdin.
   *
   * @return empty when it had not ended by the deadline
   * @throws IOException when it cannot be started, or printed more to stdout than 64 MiB
   * @throws InterruptedException when the calling thread is interrupted; the command is killed
   */
  public static Optional<Output> run(ProcessBuilder builder, Duration deadline)
      throws IOException, InterruptedException {
    String mark = MARK_NAME + "=" + UUID.randomUUID();
    builder.environment().put(MARK_NAME, mark.substring(MARK_NAME.length() + 1));
    Process process = builder.start();
    BoundedCommand command = new BoundedCommand(process, mark);
    Thread atExit = new Thread(command::killAtExit, "bridgebench-command-end");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      closeStdin(process);
      boolean ended = command.awaitEnd(deadline);
      return ended ? Optional.of(command.output()) : Optional.empty();
    } finally {
      forget(atExit);
    }
  }

  private static void closeStdin(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has ended already.
    }
  }

  private boolean awaitEnd(Duration deadline) throws InterruptedException {
    try {
      return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      kill();
    }
  }

  private Output output() throws IOException {
    Output output = new Output(process.exitValue(), stdout.text(), stderr.text());
    if (stdout.isCut()) {
      throw new IOException("it printed more than " + (MAX_STDOUT_BYTES >> 20) + " MiB to stdout");
    }
    return output;
  }

  private void killAtExit() {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void kill() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    // Process.destroyForcibly would close the streams, and with them what has not been read.
    process.toHandle().destroyForcibly();
    killWhatIsLeft();
  }

  // One look is not enough: a process in the middle of exec has no environment to be known by, and
  // one that is forked while /proc is read may not be listed. Who holds the command's output is
  // looked for until that has ended, whoever does not once more.
  private void killWhatIsLeft() throws InterruptedException {
    long giveUpNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_WORDS_MILLIS);
    do {
      killMarked();
    } while (!(stdout.endsWithin(LOOK_AGAIN_MILLIS) && stderr.endsWithin(LOOK_AGAIN_MILLIS))
        && System.nanoTime() < giveUpNanos);
    killMarked();
  }

  // Children whose parent has ended are no descendants any more; they still have its environment.
  private void killMarked() {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path candidate : processes) {
        if (isMarked(candidate)) {
          ProcessHandle.of(Long.parseLong(candidate.getFileName().toString()))
              .ifPresent(ProcessHandle::destroyForcibly);
        }
      }
    } catch (IOException e) {
      // No /proc: descendants are all that can be found.
    }
  }

  private boolean isMarked(Path candidate) {
    try {
      byte[] environment = Files.readAllBytes(candidate.resolve("environ"));
      return new String(environment, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      // It has ended, or is another user's.
      return false;
    }
  }

  private static void forget(Thread atExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is on its way down and runs the hook itself.
    }
  }

  /** Reads a stream on a thread of its own, as far as it comes, and keeps its end. */
  private static final class Collector {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;
    private final Thread thread;
    private boolean cut;

    Collector(InputStream stream, int limit) {
      this.limit = limit;
      thread = new Thread(() -> collect(stream), "bridgebench-command-output");
      thread.setDaemon(true);
      thread.start();
    }

    /** Whether the stream's end has been read, or is within this time. */
    boolean endsWithin(long millis) throws InterruptedException {
      TimeUnit.MILLISECONDS.timedJoin(thread, millis);
      return !thread.isAlive();
    }

    /** The end of what has come. */
    synchronized String text() {
      keepEnd();
      return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Whether the text lacks its beginning. */
    synchronized boolean isCut() {
      return cut;
    }

    private void collect(InputStream stream) {
      byte[] chunk = new byte[8 * 1024];
      try (stream) {
        for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
          keep(chunk, read);
        }
      } catch (IOException e) {
        // The process was killed, and its pipe went with it.
      }
    }

    private synchronized void keep(byte[] chunk, int count) {
      bytes.write(chunk, 0, count);
      // Not at each chunk beyond the limit: what is kept is copied.
      if (bytes.size() >= 2 * limit) {
        keepEnd();
      }
    }

    private void keepEnd() {
      if (bytes.size() > limit) {
        byte[] all = bytes.toByteArray();
        bytes.reset();
        bytes.write(all, all.length - limit, limit);
        cut = true;
      }
    }
  }
}
