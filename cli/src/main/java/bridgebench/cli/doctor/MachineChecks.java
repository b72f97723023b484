package bridgebench.cli.doctor;

import bridgebench.scenarios.run.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a machine by its facts, whose keys are those of {@code Environment} and those that {@link
 * MomentaryFacts} adds.
 */
public final class MachineChecks {
  private static final double IDLE_LOAD_PER_CORE = 0.25;
  private static final double STEAL_PERCENT = 1;
  // Deep power states of server processors take this long to leave; a hypervisor may add as much.
  private static final double LONG_WAKE_UP_MICROS = 20;
  private static final long SCARCE_MEMORY_BYTES = 2L << 30;
  private static final long TOO_LITTLE_MEMORY_BYTES = 512L << 20;
  // Reading these clocks leaves the CPU or traps into the hypervisor: microseconds instead of tens
  // of nanoseconds, in every stage mark.
  private static final Set<String> SLOW_CLOCKS = Set.of("hpet", "acpi_pm", "xen", "jiffies", "pit");

  private final Map<String, String> facts;

  private MachineChecks(Map<String, String> facts) {
    this.facts = facts;
  }

  /** One finding for each check that the facts allow. */
  public static List<Finding> judge(Map<String, String> facts) {
    MachineChecks checks = new MachineChecks(facts);
    List<Finding> findings = new ArrayList<>();
    findings.add(checks.cores());
    checks.load().ifPresent(findings::add);
    checks.steal().ifPresent(findings::add);
    findings.add(checks.governor());
    checks.clockSource().ifPresent(findings::add);
    checks.wakeUp().ifPresent(findings::add);
    checks.memory().ifPresent(findings::add);
    findings.addAll(checks.container());
    findings.add(checks.runQueueTimes());
    findings.add(checks.operatingSystem());
    return findings;
  }

  private double usableCores() {
    double cores = number("cpu.logicalCores").orElse(1.0);
    return Math.min(cores, number("container.cpuLimit").orElse(cores));
  }

  private Finding cores() {
    double cores = usableCores();
    String found = plain(cores) + " usable (" + facts.getOrDefault("cpu.model", "unknown") + ")";
    if (cores >= 4) {
      return Finding.ok("cores", found);
    }
    return Finding.warn(
        "cores",
        found + "; writer, reader and worker are three busy threads and will wait for cores",
        "use 4 or more cores, or read the run-queue delays in the report before any conclusion");
  }

  private Optional<Finding> load() {
    return Optional.ofNullable(facts.get("load.average"))
        .map(averages -> Double.parseDouble(averages.split(" ", -1)[0]))
        .map(
            load ->
                load / usableCores() <= IDLE_LOAD_PER_CORE
                    ? Finding.ok("load", load + " over the last minute")
                    : Finding.warn(
                        "load",
                        load + " over the last minute on " + plain(usableCores()) + " cores",
                        "stop other work (top, systemctl list-timers) and wait a minute"));
  }

  private Optional<Finding> steal() {
    return number("load.stealPercent")
        .map(
            percent -> {
              String found = String.format(Locale.ROOT, "%.1f %% taken by the hypervisor", percent);
              return percent <= STEAL_PERCENT
                  ? Finding.ok("steal", found)
                  : Finding.warn(
                      "steal",
                      found,
                      "use a machine with dedicated cores, or measure at another hour");
            });
  }

  private Finding governor() {
    String governor = facts.get("cpu.governor");
    if (governor == null) {
      return Finding.ok("governor", "not visible, as in most virtual machines");
    }
    return governor.equals("performance")
        ? Finding.ok("governor", governor)
        : Finding.warn(
            "governor",
            governor + ": the clock frequency follows the load",
            "sudo cpupower frequency-set -g performance");
  }

  private Optional<Finding> clockSource() {
    return Optional.ofNullable(facts.get("clock.source"))
        .map(
            source ->
                SLOW_CLOCKS.contains(source)
                    ? Finding.warn(
                        "clock source",
                        source + " is slow to read; stage times will show it",
                        "boot with clocksource=tsc where the CPU has a stable TSC, or use stages: off")
                    : Finding.ok("clock source", source));
  }

  private Optional<Finding> wakeUp() {
    return number(Environment.WAKE_UP_NANOS)
        .map(
            nanos -> {
              double micros = nanos / 1_000;
              String found =
                  String.format(Locale.ROOT, "%.1f µs until an idle core runs a thread", micros);
              return micros <= LONG_WAKE_UP_MICROS
                  ? Finding.ok("wake-up", found)
                  : Finding.warn(
                      "wake-up",
                      found + "; calls, echoes and lockstep wait for it in each direction",
                      "keep idle cores from deep states (sudo cpupower idle-set -D 10, or the kernel"
                          + " option idle=poll); in a virtual machine the host decides");
            });
  }

  private Optional<Finding> memory() {
    return number("memory.availableBytes")
        .map(Double::longValue)
        .map(
            available -> {
              String found = Bytes.gib(available) + " available";
              if (available < TOO_LITTLE_MEMORY_BYTES) {
                return Finding.fail("memory", found, "free at least 2 GiB");
              }
              return available < SCARCE_MEMORY_BYTES
                  ? Finding.warn("memory", found, "free at least 2 GiB to keep out of the swap")
                  : Finding.ok("memory", found);
            });
  }

  private List<Finding> container() {
    List<Finding> findings = new ArrayList<>();
    number("container.cpuLimit")
        .ifPresent(
            cores ->
                findings.add(
                    Finding.warn(
                        "container",
                        "CPU quota of " + plain(cores) + " cores; what exceeds it is throttled",
                        "lift the quota (docker run without --cpus) or pin cores instead"
                            + " (--cpuset-cpus)")));
    number("container.memoryLimit")
        .map(Double::longValue)
        .ifPresent(
            bytes ->
                findings.add(
                    bytes < SCARCE_MEMORY_BYTES
                        ? Finding.warn(
                            "container",
                            "memory limit of " + Bytes.gib(bytes),
                            "allow at least 2 GiB (docker run --memory 4g)")
                        : Finding.ok("container", "memory limit of " + Bytes.gib(bytes))));
    if (findings.isEmpty()) {
      findings.add(Finding.ok("container", "no limits"));
    }
    return findings;
  }

  private Finding runQueueTimes() {
    return "true".equals(facts.get("schedstat.present"))
        ? Finding.ok("run-queue times", "the kernel offers schedstat")
        : Finding.warn(
            "run-queue times",
            "the kernel offers no /proc/self/schedstat: waiting for a core cannot be told from work",
            "use a Linux kernel with CONFIG_SCHED_INFO");
  }

  private Finding operatingSystem() {
    String name = facts.getOrDefault("os.kernel", System.getProperty("os.name"));
    return name.startsWith("Linux")
        ? Finding.ok("operating system", name)
        : Finding.warn(
            "operating system", name, "measure on Linux, which the program is tested on");
  }

  private Optional<Double> number(String key) {
    return Optional.ofNullable(facts.get(key)).map(Double::valueOf);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
