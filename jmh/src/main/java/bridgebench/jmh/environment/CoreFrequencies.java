package bridgebench.jmh.environment;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Clock rates and thermal throttling of the cores, where the kernel lets them be read. */
final class CoreFrequencies {
  private static final String CORES = "sys/devices/system/cpu";

  private final SystemFiles files;

  CoreFrequencies(SystemFiles files) {
    this.files = files;
  }

  /**
   * The clock rate of the fastest core now: idle cores are slow and say nothing of the busy one.
   * Virtual machines mostly offer none.
   */
  OptionalDouble fastestMegahertz() {
    return cores().stream()
        .flatMap(core -> files.text(CORES + "/" + core + "/cpufreq/scaling_cur_freq").stream())
        .mapToDouble(kilohertz -> Double.parseDouble(kilohertz) / 1_000)
        .max();
  }

  /** How often cores were slowed down because of heat, since the machine was started. */
  OptionalLong thermalThrottleEvents() {
    long[] counts =
        cores().stream()
            .flatMap(
                core ->
                    files
                        .text(CORES + "/" + core + "/thermal_throttle/core_throttle_count")
                        .stream())
            .mapToLong(Long::parseLong)
            .toArray();
    return counts.length == 0 ? OptionalLong.empty() : OptionalLong.of(Arrays.stream(counts).sum());
  }

  private List<String> cores() {
    return files.names(CORES).stream().filter(name -> name.matches("cpu[0-9]+")).toList();
  }
}
