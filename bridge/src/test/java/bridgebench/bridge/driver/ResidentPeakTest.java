package bridgebench.bridge.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentPeakTest {
  @Test
  void aResetForgetsWhatWasGreaterBefore(@TempDir Path process) throws IOException {
    Files.createFile(process.resolve("clear_refs"));
    Files.writeString(process.resolve("status"), "VmPeak:\t 9000 kB\nVmHWM:\t  2048 kB\n");
    ResidentPeak peak = new ResidentPeak(process);

    peak.reset();

    assertThat(Files.readString(process.resolve("clear_refs"))).isEqualTo("5");
    assertThat(peak.bytes()).hasValue(2_097_152);
  }

  @Test
  void nothingIsToldWhereTheMarkCannotBeReset(@TempDir Path process) throws IOException {
    Files.writeString(process.resolve("status"), "VmHWM:\t  2048 kB\n");
    ResidentPeak peak = new ResidentPeak(process);

    peak.reset();

    assertThat(peak.bytes()).isEmpty();
  }

  @Test
  void thisProcessHasAPeakAboveItsHeap() {
    assumeThat(Path.of("/proc/self/clear_refs")).isWritable();
    ResidentPeak peak = ResidentPeak.ofThisProcess();

    peak.reset();

    assertThat(peak.bytes().orElseThrow()).isGreaterThan(10_000_000);
  }
}
