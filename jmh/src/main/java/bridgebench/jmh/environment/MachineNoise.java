package bridgebench.jmh.environment;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What else the machine was doing between two moments, from the kernel's counters.
 *
 * <p>Keys: {@code loadBefore} and {@code loadAfter} (one-minute load averages), {@code
 * cpuMegahertz} (the fastest core at the end), and as differences {@code stealTicks} (hundredths of
 * a second taken by the hypervisor), {@code machineCpuNanos} (what all cores could have given),
 * {@code busyCpuNanos} (what they gave), {@code ownCpuNanos} (what this process and the processes
 * it has waited for took), {@code foreignCpuNanos} (the rest of what they gave; the kernel counts
 * the two differently, so a few percent are within the rounding), {@code contextSwitches}, {@code
 * majorFaults} (both of the whole machine), {@code throttledNanos} (this control group), {@code
 * thermalThrottleEvents} (of all cores), {@code cpuPressureNanos} (some task waited for a core). A
 * counter that the kernel does not offer is absent.
 */
public final class MachineNoise {
  private static final String OWN_CPU = "ownCpuNanos";

  private final SystemFiles files;
  private final ProcessorTimes processorTimes;
  private final Map<String, Long> before;
  private final double loadBefore;

  private MachineNoise(SystemFiles files) {
    this.files = files;
    this.processorTimes = new ProcessorTimes(files);
    this.before = counters();
    this.loadBefore = loadAverage(files);
  }

  /** Reads the counters now. */
  public static MachineNoise start() {
    return start(SystemFiles.ofThisMachine());
  }

  static MachineNoise start(SystemFiles files) {
    return new MachineNoise(files);
  }

  /** What has happened since the start. */
  public Map<String, Double> sinceStart() {
    Map<String, Double> noise = new TreeMap<>();
    counters()
        .forEach(
            (name, now) -> {
              Long then = before.get(name);
              if (then != null) {
                noise.put(name, (double) (now - then));
              }
            });
    putForeignCpu(noise);
    putNumber(noise, "loadBefore", loadBefore);
    putNumber(noise, "loadAfter", loadAverage(files));
    new CoreFrequencies(files)
        .fastestMegahertz()
        .ifPresent(megahertz -> noise.put("cpuMegahertz", megahertz));
    return noise;
  }

  // Ticks of the machine and of the processes are not rounded together: a difference may be < 0.
  private static void putForeignCpu(Map<String, Double> noise) {
    Double own = noise.get(OWN_CPU);
    Double busy = noise.get("busyCpuNanos");
    if (own != null && busy != null) {
      noise.put("foreignCpuNanos", Math.max(0, busy - own));
    }
  }

  private Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    processorTimes
        .ofMachine()
        .ifPresent(
            times -> {
              counters.put("stealTicks", times.stealTicks());
              counters.put("busyCpuNanos", times.busyNanos());
              counters.put("machineCpuNanos", times.allNanos());
            });
    processorTimes.ownNanos().ifPresent(nanos -> counters.put(OWN_CPU, nanos));
    new CoreFrequencies(files)
        .thermalThrottleEvents()
        .ifPresent(events -> counters.put("thermalThrottleEvents", events));
    files.number("proc/stat", "ctxt").ifPresent(n -> counters.put("contextSwitches", n));
    files.number("proc/vmstat", "pgmajfault").ifPresent(n -> counters.put("majorFaults", n));
    new ControlGroup(files).throttledNanos().ifPresent(n -> counters.put("throttledNanos", n));
    pressureNanos().ifPresent(n -> counters.put("cpuPressureNanos", n));
    return counters;
  }

  private OptionalLong pressureNanos() {
    return files.lines("proc/pressure/cpu").stream()
        .filter(line -> line.startsWith("some "))
        .map(line -> line.substring(line.indexOf("total=") + "total=".length()).strip())
        .mapToLong(micros -> Long.parseLong(micros) * 1_000)
        .findFirst();
  }

  static double loadAverage(SystemFiles files) {
    return files
        .text("proc/loadavg")
        .map(text -> Double.parseDouble(text.split("\\s+")[0]))
        .orElse(Double.NaN);
  }

  private static void putNumber(Map<String, Double> noise, String name, double value) {
    if (!Double.isNaN(value)) {
      noise.put(name, value);
    }
  }
}
