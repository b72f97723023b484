package bridgebench.bridge.clock;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Bytes that this JVM's threads have allocated on its heap since a moment, collected ones included.
 * A JVM keeps the count with each thread: what a thread had is gone when it ends, unless it
 * {@linkplain #threadEnds() says} so.
 */
public final class AllocatedBytes {
  private static final LongAdder ENDED = new LongAdder();

  private final Map<Long, Long> live;
  private final long ended;

  private AllocatedBytes(Map<Long, Long> live, long ended) {
    this.live = live;
    this.ended = ended;
  }

  /** Counts from now on. */
  public static AllocatedBytes fromNow() {
    return new AllocatedBytes(ofLiveThreads(), ENDED.sum());
  }

  /** The sum over live threads and those that said that they end; empty where no JVM counts. */
  public OptionalLong sinceThen() {
    Map<Long, Long> now = ofLiveThreads();
    if (now.isEmpty()) {
      return OptionalLong.empty();
    }
    long sum = ENDED.sum() - ended;
    for (Map.Entry<Long, Long> thread : now.entrySet()) {
      sum += thread.getValue() - live.getOrDefault(thread.getKey(), 0L);
    }
    return OptionalLong.of(sum);
  }

  /** To be called by a short-lived thread as the last that it does. */
  public static void threadEnds() {
    counting().ifPresent(threads -> ENDED.add(threads.getCurrentThreadAllocatedBytes()));
  }

  private static Map<Long, Long> ofLiveThreads() {
    Map<Long, Long> bytes = new HashMap<>();
    counting().ifPresent(threads -> put(threads, bytes));
    return bytes;
  }

  private static void put(ThreadMXBean threads, Map<Long, Long> bytes) {
    long[] ids = threads.getAllThreadIds();
    long[] allocated = threads.getThreadAllocatedBytes(ids);
    for (int i = 0; i < ids.length; i++) {
      // A thread that has ended meanwhile has -1.
      if (allocated[i] >= 0) {
        bytes.put(ids[i], allocated[i]);
      }
    }
  }

  private static Optional<ThreadMXBean> counting() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
            && threads.isThreadAllocatedMemorySupported()
            && threads.isThreadAllocatedMemoryEnabled()
        ? Optional.of(threads)
        : Optional.empty();
  }
}
