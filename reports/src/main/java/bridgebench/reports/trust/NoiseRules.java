package bridgebench.reports.trust;

import bridgebench.reports.trust.NoiseRule.Unit;
import bridgebench.scenarios.run.ForkRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Every kind of disturbance that is judged, with its limits. */
final class NoiseRules {

  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final String MEGAHERTZ = "cpuMegahertz";
  private static final String FIXED_WORK = ForkRecord.FIXED_WORK_NANOS;
  private static final boolean OF_MACHINE = true;
  private static final boolean OF_RUN = false;

  private NoiseRules() {}

  /**
   * The rules for a run.
   *
   * @param forks its finished forks
   * @param workers JMH threads by scenario id
   * @param cores how many cores the machine has; the load is judged by them
   */
  static List<NoiseRule> of(List<ForkRecord> forks, Map<String, Integer> workers, double cores) {
    List<NoiseRule> rules = new ArrayList<>();
    rules.addAll(ofCpuTime());
    rules.addAll(ofSlowdown(forks));
    if (forks.stream().noneMatch(fork -> NoiseReadings.fact(fork, "foreignCpuNanos").isPresent())) {
      rules.add(load(forks, cores));
    }
    rules.addAll(ofTheRunItself(workers));
    return rules;
  }

  private static List<NoiseRule> ofCpuTime() {
    return List.of(
        new NoiseRule(
            "foreign-cpu",
            NoiseReadings::foreignCpu,
            0.05,
            0.20,
            OF_MACHINE,
            "Other processes took",
            Unit.SHARE,
            " of the machine's CPU time",
            "Stop other work (top shows it) and run again."),
        new NoiseRule(
            "steal",
            NoiseReadings::steal,
            0.01,
            0.05,
            OF_MACHINE,
            "The hypervisor kept back",
            Unit.SHARE,
            " of the CPU time that was wanted",
            "Use a machine with dedicated cores, or measure at another hour."),
        new NoiseRule(
            "throttling",
            NoiseReadings::throttled,
            0,
            0.02,
            OF_MACHINE,
            "The container's CPU quota stopped everything for",
            Unit.SHARE,
            " of the time",
            "Lift the quota (docker run without --cpus) or pin cores instead (--cpuset-cpus)."));
  }

  private static List<NoiseRule> ofSlowdown(List<ForkRecord> forks) {
    OptionalDouble usualMegahertz = median(forks, MEGAHERTZ);
    OptionalDouble usualWork = median(forks, FIXED_WORK);
    return List.of(
        new NoiseRule(
            "thermal-throttling",
            fork -> NoiseReadings.fact(fork, "thermalThrottleEvents"),
            0,
            NEVER,
            OF_MACHINE,
            "Heat made the processor slow down",
            Unit.NUMBER,
            " times",
            "Cool the machine, or fix the clock rate below its limit."),
        new NoiseRule(
            "major-faults",
            NoiseReadings::majorFaults,
            100,
            1_000,
            OF_MACHINE,
            "Memory was read from disk",
            Unit.A_SECOND,
            " times a second",
            "Free memory (at least 2 GiB), or swap less: swapping stops threads for milliseconds."),
        new NoiseRule(
            "frequency",
            fork -> slower(fork, MEGAHERTZ, usualMegahertz, ofUsual -> 1 - ofUsual),
            0.05,
            NEVER,
            OF_MACHINE,
            "The fastest core's clock was",
            Unit.SHARE,
            " below that of the median fork",
            "Fix the clock rate: sudo cpupower frequency-set -g performance, and turbo off."),
        new NoiseRule(
            "machine-speed",
            fork -> slower(fork, FIXED_WORK, usualWork, ofUsual -> ofUsual - 1),
            0.15,
            0.40,
            OF_MACHINE,
            "The same piece of work took the machine",
            Unit.SHARE,
            " longer than around the median fork",
            "Others share the host's caches, memory or clock: measure at another hour, or on a"
                + " machine of your own."));
  }

  /** The load average counts the run's own threads too: only that before the first fork tells. */
  private static NoiseRule load(List<ForkRecord> forks, double cores) {
    int first = forks.stream().mapToInt(ForkRecord::sequence).min().orElse(0);
    return new NoiseRule(
        "load",
        fork -> fork.sequence() == first ? perCore(fork, cores) : OptionalDouble.empty(),
        0.25,
        1,
        OF_MACHINE,
        "Before the first fork the load was",
        Unit.NUMBER,
        " a core",
        "Stop other work (top shows it), wait a minute and run again.");
  }

  private static List<NoiseRule> ofTheRunItself(Map<String, Integer> workers) {
    return List.of(
        new NoiseRule(
            "waiting-for-cores",
            NoiseReadings::waitingForCores,
            0.10,
            NEVER,
            OF_RUN,
            "Threads of the bridge waited for a core",
            Unit.SHARE,
            " of their time",
            "Use a machine with 4 or more cores; these figures hold where cores are as few."),
        new NoiseRule(
            "garbage-collection",
            fork ->
                NoiseReadings.garbageCollection(fork, workers.getOrDefault(fork.scenarioId(), 1)),
            0.05,
            0.30,
            OF_RUN,
            "The JVM collected garbage for",
            Unit.SHARE,
            " of the measured time",
            "Give forks a larger heap: -jvmArgsAppend -Xmx2g."));
  }

  /** Whether forks ran at one speed while they were measured. */
  static NoiseRule steadyState(Function<ForkRecord, OptionalDouble> changeWhileMeasured) {
    return new NoiseRule(
        "steady-state",
        changeWhileMeasured,
        0,
        NEVER,
        OF_RUN,
        "Forks changed their speed while they were measured, by",
        Unit.SHARE,
        "",
        "Warm up longer (-wi, -w); the findings name the scenarios.");
  }

  private static OptionalDouble perCore(ForkRecord fork, double cores) {
    OptionalDouble load = NoiseReadings.fact(fork, "loadBefore");
    return load.isEmpty() ? load : OptionalDouble.of(load.getAsDouble() / cores);
  }

  private static OptionalDouble median(List<ForkRecord> forks, String fact) {
    List<Double> sorted =
        forks.stream()
            .flatMapToDouble(fork -> NoiseReadings.fact(fork, fact).stream())
            .boxed()
            .sorted(Comparator.naturalOrder())
            .toList();
    return sorted.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted.get(sorted.size() / 2));
  }

  /**
   * How much slower than usual the machine was around a fork; 0 when it was faster.
   *
   * @param slowness what the fact says of that, as a share of the usual one
   */
  private static OptionalDouble slower(
      ForkRecord fork, String fact, OptionalDouble usual, DoubleUnaryOperator slowness) {
    OptionalDouble reading = NoiseReadings.fact(fork, fact);
    return reading.isEmpty() || usual.isEmpty() || usual.getAsDouble() <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.max(0, slowness.applyAsDouble(reading.getAsDouble() / usual.getAsDouble())));
  }
}
