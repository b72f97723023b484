package bridgebench.bridge.driver;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.OptionalLong;

/**
 * The JVM's memory around an operation. The heap's peak is the sum of the pools' own peaks, which
 * need not have come at the same moment, and holds garbage that the collector had not yet looked
 * at.
 */
final class JvmMemory {

  private static final int MEASURED_AT_FIRST = 2;
  private static final int MEASURED_EVERY = 16;

  private final List<MemoryPoolMXBean> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isValid())
          .toList();
  private final ResidentPeak resident = ResidentPeak.ofThisProcess();
  private long operations;
  private long usedBefore;
  private long greatestGrowth;
  private long retained;

  /** Forgets earlier peaks. */
  void begin() {
    heapPools.forEach(MemoryPoolMXBean::resetPeakUsage);
    resident.reset();
    usedBefore = heapPools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
  }

  /**
   * The most bytes by which the heap grew in any operation so far, garbage included: one that
   * begins right after a full collection grows by all that it allocates.
   */
  long heapGrowth() {
    greatestGrowth = Math.max(greatestGrowth, heapPeak() - usedBefore);
    return greatestGrowth;
  }

  /** Bytes used at most since {@link #begin}. */
  long heapPeak() {
    return heapPools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  /** The greatest resident set since {@link #begin}; empty where the kernel does not tell. */
  OptionalLong peakResident() {
    return resident.bytes();
  }

  /**
   * Bytes in use after a full collection. Collecting takes longer than many operations, so it is
   * done after the first two and every sixteenth; others repeat the figure.
   */
  long heapRetained() {
    if (operations < MEASURED_AT_FIRST || operations % MEASURED_EVERY == 0) {
      System.gc();
      retained = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
    operations++;
    return retained;
  }
}
