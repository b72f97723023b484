package bridgebench.jmh.environment;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What else the machine was doing between two moments, from the kernel's counters.
 *
 * <p>Keys: {@code loadBefore} and {@code loadAfter} (one-minute load averages), and as differences
 * {@code stealTicks} (hundredths of a second taken by the hypervisor), {@code contextSwitches},
 * {@code majorFaults}, {@code throttledNanos} (this control group), {@code cpuPressureNanos} (some
 * task waited for a core). A counter that the kernel does not offer is absent.
 */
public final class MachineNoise {
  private static final int STEAL_FIELD = 8;

  private final SystemFiles files;
  private final Map<String, Long> before;
  private final double loadBefore;

  private MachineNoise(SystemFiles files) {
    this.files = files;
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
    putNumber(noise, "loadBefore", loadBefore);
    putNumber(noise, "loadAfter", loadAverage(files));
    return noise;
  }

  private Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    stealTicks().ifPresent(ticks -> counters.put("stealTicks", ticks));
    files.number("proc/stat", "ctxt").ifPresent(n -> counters.put("contextSwitches", n));
    files.number("proc/vmstat", "pgmajfault").ifPresent(n -> counters.put("majorFaults", n));
    new ControlGroup(files).throttledNanos().ifPresent(n -> counters.put("throttledNanos", n));
    pressureNanos().ifPresent(n -> counters.put("cpuPressureNanos", n));
    return counters;
  }

  private OptionalLong stealTicks() {
    return files.lines("proc/stat").stream()
        .filter(line -> line.startsWith("cpu "))
        .map(line -> line.split("\\s+"))
        .filter(words -> words.length > STEAL_FIELD)
        .mapToLong(words -> Long.parseLong(words[STEAL_FIELD]))
        .findFirst();
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
