package bridgebench.reports.trust;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Sizes of disturbances, from the facts around one fork. */
final class NoiseReadings {

  /** The kernel counts in hundredths of a second: a shorter fork's shares are mostly rounding. */
  private static final long SHORTEST_FORK_NANOS = 1_000_000_000;

  private static final double NANOS_OF_TICK = 1e7;

  private static final String RETAINED_HEAP = "jvm.heapRetained";

  private NoiseReadings() {}

  /** The share of the machine's CPU time that other processes took. */
  static OptionalDouble foreignCpu(ForkRecord fork) {
    return ratio(fork, "foreignCpuNanos", 1, fact(fork, "machineCpuNanos"));
  }

  /** The share of the time in which a core was wanted that the hypervisor kept for itself. */
  static OptionalDouble steal(ForkRecord fork) {
    OptionalDouble busy = fact(fork, "busyCpuNanos");
    OptionalDouble ticks = fact(fork, "stealTicks");
    if (busy.isEmpty() || ticks.isEmpty()) {
      return OptionalDouble.empty();
    }
    double stolen = ticks.getAsDouble() * NANOS_OF_TICK;
    return ratio(fork, "stealTicks", NANOS_OF_TICK, positive(busy.getAsDouble() + stolen));
  }

  /** The share of the fork's time for which its control group was not allowed to run. */
  static OptionalDouble throttled(ForkRecord fork) {
    return ratio(fork, "throttledNanos", 1, positive(fork.elapsedNanos()));
  }

  /** Pages read from disk a second. */
  static OptionalDouble majorFaults(ForkRecord fork) {
    return ratio(fork, "majorFaults", 1, positive(fork.elapsedNanos() / 1e9));
  }

  /** A fact as it is. */
  static OptionalDouble fact(ForkRecord fork, String name) {
    Double value = fork.noise().get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * The share of the measured time in which the fork's JVM collected garbage; empty where most of
   * it is collected outside of that time: by sessions that ask for collections between operations,
   * to see what is retained, and beside the first tasks of fresh workers.
   */
  static OptionalDouble garbageCollection(ForkRecord fork, int workers) {
    long nanos = fork.measurement().stream().mapToLong(IterationRecord::durationNanos).sum();
    OptionalDouble collecting = fact(fork, "gcNanos");
    boolean asksForCollections =
        fork.measurement().stream().anyMatch(i -> i.memoryBytes().containsKey(RETAINED_HEAP));
    boolean startsWorkers = !fork.firstTaskNanos().isEmpty();
    return collecting.isEmpty() || nanos == 0 || asksForCollections || startsWorkers
        ? OptionalDouble.empty()
        : OptionalDouble.of(collecting.getAsDouble() * workers / nanos);
  }

  /** The share of its time for which the worst actor could have run but had no core. */
  static OptionalDouble waitingForCores(ForkRecord fork) {
    Map<String, Long> waiting = new TreeMap<>();
    Map<String, Long> wall = new TreeMap<>();
    for (IterationRecord iteration : fork.measurement()) {
      iteration.runQueueNanos().forEach((actor, nanos) -> waiting.merge(actor, nanos, Long::sum));
      iteration
          .runQueueNanos()
          .keySet()
          .forEach(actor -> wall.merge(actor, iteration.threadWallNanos(actor), Long::sum));
    }
    return waiting.keySet().stream()
        .filter(actor -> wall.getOrDefault(actor, 0L) > 0)
        .mapToDouble(
            actor -> (double) waiting.getOrDefault(actor, 0L) / wall.getOrDefault(actor, 0L))
        .max();
  }

  private static OptionalDouble ratio(
      ForkRecord fork, String name, double scale, OptionalDouble whole) {
    OptionalDouble part = fact(fork, name);
    return part.isEmpty() || whole.isEmpty() || fork.elapsedNanos() < SHORTEST_FORK_NANOS
        ? OptionalDouble.empty()
        : OptionalDouble.of(part.getAsDouble() * scale / whole.getAsDouble());
  }

  private static OptionalDouble positive(double value) {
    return value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
