package bridgebench.jmh.fork;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.clock.AllocatedBytes;
import bridgebench.jmh.fork.SampleLine.Phase;
import bridgebench.scenarios.run.IterationRecord;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where the JMH threads of this JVM put their tallies and where JMH profilers read them. One exists
 * for a JVM, because JMH makes states and profilers itself and lets them share nothing else.
 */
public final class ForkSamples {
  /** Name of the figure: bytes that the fork's JVM allocates on its heap for an operation. */
  private static final String ALLOCATED = "jvm.allocated";

  private static final ForkSamples CURRENT = new ForkSamples(ForkOrder.ofThisJvm());

  private final Optional<ForkOrder> order;
  private final @Nullable SampleFile file;
  private final List<ThreadSamples> threads = new ArrayList<>();
  private final List<IterationRecord> warmup = new ArrayList<>();
  private final List<Boolean> endedAfterRound = new ArrayList<>();
  private long gcNanosBefore;
  private AllocatedBytes allocation = AllocatedBytes.fromNow();
  private boolean failed;

  private ForkSamples(Optional<ForkOrder> order) {
    this.order = order;
    this.file = order.map(ForkOrder::samples).map(Path::of).map(SampleFile::new).orElse(null);
    if (order.isPresent() && order.get().hostPid() != ProcessHandle.current().pid()) {
      HostWatch.start();
      printToOwnStreams();
    }
  }

  /** The samples of this JVM. */
  public static ForkSamples current() {
    return CURRENT;
  }

  public Optional<ForkOrder> order() {
    return order;
  }

  /** Joins a JMH thread; threads whose trial has ended leave. */
  public synchronized ThreadSamples join() {
    threads.removeIf(ThreadSamples::hasEnded);
    if (threads.isEmpty()) {
      warmup.clear();
      endedAfterRound.clear();
    }
    ThreadSamples thread = new ThreadSamples();
    threads.add(thread);
    return thread;
  }

  /** Notes what a session has in force; the last one that reports is kept. */
  public synchronized void sessionFacts(
      Map<String, String> effective, Map<String, String> workerVersions) {
    Map<String, String> versions = new TreeMap<>(workerVersions);
    versions.putAll(JvmFacts.ofThisJvm());
    write(new SampleLine.Session(effective, versions));
  }

  /** Notes the first failure of this JVM. */
  public synchronized void failed(Throwable thrown) {
    if (!failed) {
      failed = true;
      write(new SampleLine.Failure(Failures.of(thrown)));
    }
  }

  /**
   * To be called by each thread when it is about to operate, for what is measured as a difference.
   */
  public synchronized void iterationStarts() {
    gcNanosBefore = gcNanos();
    allocation = AllocatedBytes.fromNow();
  }

  /** The totals of the iteration that has just ended, over all threads. */
  public synchronized OperationTally totals() {
    OperationTally sum = new OperationTally();
    threads.forEach(thread -> sum.addAll(thread.tally()));
    return sum;
  }

  /**
   * Hands an ended iteration to the host.
   *
   * @param measured whether it counts or is warm-up
   * @param nanosPerOperation wall time of an operation on its thread, as JMH measured it
   */
  public synchronized void iterationEnded(boolean measured, double nanosPerOperation) {
    writeExtraWarmup();
    requireSameResults();
    OperationTally totals = totals();
    addAllocated(totals);
    long durationNanos = Math.round(nanosPerOperation * totals.operations());
    IterationRecord record = totals.record(durationNanos);
    if (!measured) {
      warmup.add(record);
    }
    write(line(measured ? Phase.MEASUREMENT : Phase.WARMUP, totals, record));
  }

  /** Each thread's session sees to its own tasks; all of them are given the same rows. */
  private void requireSameResults() {
    List<String> checksums =
        threads.stream()
            .map(thread -> thread.tally().checksum())
            .filter(checksum -> checksum != 0)
            .map(Long::toHexString)
            .distinct()
            .toList();
    if (checksums.size() > 1) {
      failed(
          new BridgeException(
              BridgeException.Kind.WRONG_RESULT,
              "expected a function to give the same results in every worker, got checksums "
                  + checksums,
              "",
              null));
    }
  }

  // Those whose time does not count allocated too.
  private void addAllocated(OperationTally totals) {
    OptionalLong allocated = allocation.sinceThen();
    long beside = threads.stream().mapToLong(thread -> thread.beside().operations()).sum();
    long operations = totals.operations() + beside;
    if (allocated.isPresent() && operations > 0) {
      totals.addMemory(ALLOCATED, allocated.getAsLong() / operations);
    }
  }

  /**
   * Whether JMH's warm-up iterations, and what was added to them, show that warm-up has ended. The
   * thread that is the first to ask decides for all, so that they stay together.
   *
   * @param rounds how many rounds the thread has added
   * @param last how many iterations are compared with those before
   */
  public synchronized boolean warmupEnded(ThreadSamples thread, int rounds, int last) {
    if (endedAfterRound.size() <= rounds) {
      List<IterationRecord> all = new ArrayList<>(warmup);
      thread.extraWarmup().forEach(slice -> all.add(slice.record()));
      endedAfterRound.add(SteadyState.warmupEnded(all, last));
    }
    return endedAfterRound.get(rounds);
  }

  private void writeExtraWarmup() {
    int slices = threads.stream().mapToInt(t -> t.extraWarmup().size()).min().orElse(0);
    for (int i = 0; i < slices; i++) {
      OperationTally sum = new OperationTally();
      long durationNanos = 0;
      for (ThreadSamples thread : threads) {
        sum.addAll(thread.extraWarmup().get(i).tally());
        durationNanos += thread.extraWarmup().get(i).durationNanos();
      }
      write(line(Phase.EXTRA_WARMUP, sum, sum.record(durationNanos)));
    }
    threads.forEach(thread -> thread.extraWarmup().clear());
  }

  private SampleLine.Iteration line(Phase phase, OperationTally totals, IterationRecord record) {
    Map<String, String> latencies = new TreeMap<>();
    totals.latencies().forEach((kind, h) -> latencies.put(kind, HistogramText.encode(h)));
    return new SampleLine.Iteration(
        phase,
        record,
        latencies,
        totals.firstTaskNanos(),
        totals.checksum() == 0 ? null : Long.toHexString(totals.checksum()),
        gcNanos() - gcNanosBefore);
  }

  private void write(SampleLine line) {
    if (file != null) {
      file.append(line);
    }
  }

  private static long gcNanos() {
    return TimeUnit.MILLISECONDS.toNanos(
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .filter(millis -> millis > 0)
            .sum());
  }

  // JMH sends what a fork prints to the host's own System.out, past the host's log.
  private static void printToOwnStreams() {
    System.setOut(printing(FileDescriptor.out));
    System.setErr(printing(FileDescriptor.err));
  }

  private static PrintStream printing(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
