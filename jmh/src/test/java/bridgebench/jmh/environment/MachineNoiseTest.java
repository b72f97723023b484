package bridgebench.jmh.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineNoiseTest {
  @TempDir Path root;

  private void counters(String load, long steal, long switches, long faults, long pressureMicros)
      throws IOException {
    Files.createDirectories(root.resolve("proc/pressure"));
    Files.writeString(root.resolve("proc/loadavg"), load + " 0.50 0.40 2/100 4711\n");
    Files.writeString(
        root.resolve("proc/stat"),
        "cpu  10 20 30 40 50 60 70 " + steal + " 0 0\nctxt " + switches + "\n");
    Files.writeString(root.resolve("proc/vmstat"), "pgfault 9\npgmajfault " + faults + "\n");
    Files.writeString(
        root.resolve("proc/pressure/cpu"), "some avg10=0.00 total=" + pressureMicros + "\n");
  }

  @Test
  void countersAreDifferencesAndLoadIsThatOfBothMoments() throws IOException {
    counters("1.25", 100, 5_000, 7, 10);
    MachineNoise noise = MachineNoise.start(new SystemFiles(root));
    counters("2.50", 104, 5_600, 9, 13);

    assertThat(noise.sinceStart())
        .isEqualTo(
            Map.of(
                "loadBefore", 1.25,
                "loadAfter", 2.5,
                "stealTicks", 4.0,
                "busyCpuNanos", 0.0,
                "machineCpuNanos", 40e6,
                "contextSwitches", 600.0,
                "majorFaults", 2.0,
                "cpuPressureNanos", 3_000.0));
  }

  @Test
  void timeOfOthersIsWhatTheMachineGaveLessWhatThisProcessAndItsChildrenTook() throws IOException {
    Files.createDirectories(root.resolve("proc/self"));
    processorTimes(
        "cpu  1000 20 300 5000 10 5 5 0 77 0",
        "4711 (a (b) c) S 1 1 1 0 -1 4 0 0 0 0" + " 100 20 300 40 20 0 1");
    MachineNoise noise = MachineNoise.start(new SystemFiles(root));
    // 900 more ticks in all, 500 of them busy; 320 of those are ours.
    processorTimes(
        "cpu  1400 20 395 5300 80 10 5 30 99 0",
        "4711 (a (b) c) S 1 1 1 0 -1 4 0 0 0 0" + " 110 30 500 140 20 0 1");

    assertThat(noise.sinceStart())
        .containsEntry("machineCpuNanos", 9e9)
        .containsEntry("busyCpuNanos", 5e9)
        .containsEntry("foreignCpuNanos", 1.8e9)
        .containsEntry("ownCpuNanos", 3.2e9)
        .containsEntry("stealTicks", 30.0);
  }

  private void processorTimes(String machine, String process) throws IOException {
    Files.writeString(root.resolve("proc/stat"), machine + "\n");
    Files.writeString(root.resolve("proc/self/stat"), process + "\n");
  }

  @Test
  void theFastestCoreTellsTheClockRateAndAllCoresTheThrottling() throws IOException {
    core("cpu0", "1200000", "4");
    core("cpu1", "3400000", "1");
    MachineNoise noise = MachineNoise.start(new SystemFiles(root));
    core("cpu1", "2100000", "6");

    assertThat(noise.sinceStart())
        .isEqualTo(Map.of("cpuMegahertz", 2_100.0, "thermalThrottleEvents", 5.0));
  }

  private void core(String name, String kilohertz, String throttled) throws IOException {
    Path core = root.resolve("sys/devices/system/cpu").resolve(name);
    Files.createDirectories(core.resolve("cpufreq"));
    Files.createDirectories(core.resolve("thermal_throttle"));
    Files.writeString(core.resolve("cpufreq/scaling_cur_freq"), kilohertz + "\n");
    Files.writeString(core.resolve("thermal_throttle/core_throttle_count"), throttled + "\n");
  }

  @Test
  void aKernelWithoutCountersGivesNoNumbers() {
    assertThat(MachineNoise.start(new SystemFiles(root)).sinceStart()).isEmpty();
  }
}
