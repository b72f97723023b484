package bridgebench.bridge.driver;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much memory an operation may use: what the scenario says, else three quarters of what the
 * machine has free.
 */
final class MemoryBudget {

  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final String AVAILABLE = "MemAvailable:";
  private static final double SHARE = 0.75;

  private MemoryBudget() {}

  /**
   * Refuses what would not fit.
   *
   * @return the budget in bytes
   */
  static long require(DriverOrder order, MemoryEstimate estimate) {
    Long stated = order.budgetBytes();
    long budget = stated == null ? (long) (SHARE * availableBytes()) : stated;
    if (estimate.bytes() > budget) {
      throw refused(
          order,
          estimate,
          String.format(
              "the budget is %s (%s)",
              mib(budget), stated == null ? "three quarters of the free memory" : "budgetBytes"));
    }
    long heap = (long) (SHARE * Runtime.getRuntime().maxMemory());
    if (estimate.heapBytes() > heap) {
      throw refused(
          order,
          estimate,
          String.format("three quarters of the Java heap are %s; raise -Xmx", mib(heap)));
    }
    return budget;
  }

  private static BridgeException refused(DriverOrder order, MemoryEstimate estimate, String limit) {
    return new BridgeException(
        Kind.OVER_BUDGET,
        String.format(
            "scenario %s was not begun: %,d rows are %s of data and would need about %s in Python"
                + " and %s on the Java heap, and %s; use fewer rows, or a path that keeps the data"
                + " in the JVM",
            order.label(),
            order.rows(),
            mib(estimate.dataBytes()),
            mib(estimate.pythonBytes()),
            mib(estimate.heapBytes()),
            limit),
        "",
        null);
  }

  private static String mib(long bytes) {
    return String.format("%,.1f MiB", bytes / (double) (1 << 20));
  }

  /** What the kernel says can be had without swapping, and no more than a container has left. */
  private static long availableBytes() {
    return Math.min(
        machineBytes(), ContainerMemory.ofThisProcess().freeBytes().orElse(Long.MAX_VALUE));
  }

  private static long machineBytes() {
    long total =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : Long.MAX_VALUE;
    try {
      for (String line : Files.readAllLines(MEMINFO)) {
        if (line.startsWith(AVAILABLE)) {
          String kib = line.substring(AVAILABLE.length()).replace("kB", "").strip();
          return Math.min(total, Long.parseLong(kib) << 10);
        }
      }
    } catch (IOException e) {
      // Not Linux: all there is, is what could be free.
    }
    return total;
  }
}
