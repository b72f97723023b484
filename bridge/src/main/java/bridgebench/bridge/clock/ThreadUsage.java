package bridgebench.bridge.clock;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of one thread, and how long it was runnable but waited for a core, between two readings
 * that the thread takes itself.
 *
 * <p>CPU time is the thread's CPU clock; the delay is the second figure of {@code
 * /proc/thread-self/schedstat}, which stays open between tasks because opening it costs more than a
 * small task. Where there is no such file the delay is 0.
 */
public final class ThreadUsage implements AutoCloseable {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Path SCHEDSTAT = Path.of("/proc/thread-self/schedstat");

  private final ByteBuffer text = ByteBuffer.allocateDirect(128);
  private @Nullable Thread owner;
  private @Nullable FileChannel schedstat;
  private long startCpuNanos;
  private long startDelayNanos;
  private long cpuNanos;
  private long runQueueNanos;

  /** Takes the first reading, on the thread to be measured. */
  public void start() {
    if (owner != Thread.currentThread()) {
      open();
    }
    startDelayNanos = delayNanos();
    startCpuNanos = THREADS.getCurrentThreadCpuTime();
  }

  /** Takes the second reading, on the same thread. */
  public void stop() {
    cpuNanos = THREADS.getCurrentThreadCpuTime() - startCpuNanos;
    runQueueNanos = delayNanos() - startDelayNanos;
  }

  /** CPU time between the two readings. */
  public long cpuNanos() {
    return cpuNanos;
  }

  /** Time spent waiting for a core between the two readings. */
  public long runQueueNanos() {
    return runQueueNanos;
  }

  @Override
  public void close() {
    FileChannel open = schedstat;
    schedstat = null;
    owner = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // A file that was only read: nothing is lost.
      }
    }
  }

  private void open() {
    close();
    owner = Thread.currentThread();
    try {
      schedstat = FileChannel.open(SCHEDSTAT, StandardOpenOption.READ);
    } catch (IOException e) {
      schedstat = null;
    }
  }

  // "cpu-nanos delay-nanos timeslices"
  private long delayNanos() {
    FileChannel file = schedstat;
    if (file == null) {
      return 0;
    }
    try {
      text.clear();
      file.read(text, 0);
      text.flip();
    } catch (IOException e) {
      return 0;
    }
    while (text.hasRemaining() && text.get() != ' ') {
      // Skips the first figure.
    }
    long delay = 0;
    while (text.hasRemaining()) {
      int digit = text.get() - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      delay = delay * 10 + digit;
    }
    return delay;
  }
}
