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
                "contextSwitches", 600.0,
                "majorFaults", 2.0,
                "cpuPressureNanos", 3_000.0));
  }

  @Test
  void aKernelWithoutCountersGivesNoNumbers() {
    assertThat(MachineNoise.start(new SystemFiles(root)).sinceStart()).isEmpty();
  }
}
