package bridgebench.bridge.clock;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Bytes that this JVM's threads have allocated on its heap since it started, collected ones
 * included. A JVM keeps the count with each thread: what a thread had is gone when it ends, unless
 * it {@linkplain #threadEnds() says} so.
 */
public final class AllocatedBytes {
  private static final LongAdder ENDED = new LongAdder();

  private AllocatedBytes() {}

  /** The sum of the live threads and of those that said that they end; empty where none counts. */
  public static OptionalLong now() {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
        || !threads.isThreadAllocatedMemorySupported()
        || !threads.isThreadAllocatedMemoryEnabled()) {
      return OptionalLong.empty();
    }
    // A thread that has ended meanwhile is -1.
    long live =
        Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
            .filter(bytes -> bytes > 0)
            .sum();
    return OptionalLong.of(live + ENDED.sum());
  }

  /** To be called by a short-lived thread as the last that it does. */
  public static void threadEnds() {
    if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        && threads.isThreadAllocatedMemorySupported()) {
      ENDED.add(Math.max(0, threads.getCurrentThreadAllocatedBytes()));
    }
  }
}
