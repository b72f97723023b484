package bridgebench.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MomentaryFactsTest {
  @TempDir Path root;

  @Test
  void factsOfThisMachineAreRead() throws InterruptedException {
    Map<String, String> facts = MomentaryFacts.collect(Path.of("/"), Duration.ofMillis(50));

    assertThat(Long.parseLong(facts.get("memory.availableBytes"))).isPositive();
    assertThat(facts).containsKey("schedstat.present");
  }

  @Test
  void availableMemoryIsTurnedIntoBytes() throws IOException, InterruptedException {
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(root.resolve("proc/meminfo"), "MemFree: 5 kB\nMemAvailable:   2048 kB\n");
    Files.writeString(root.resolve("proc/self/schedstat"), "1 2 3\n");

    assertThat(MomentaryFacts.collect(root, Duration.ZERO))
        .containsEntry("memory.availableBytes", "2097152")
        .containsEntry("schedstat.present", "true");
  }

  @Test
  void machineWithoutProcHasNoFactsButTheirAbsence() throws InterruptedException {
    assertThat(MomentaryFacts.collect(root, Duration.ZERO))
        .containsExactly(Map.entry("schedstat.present", "false"));
  }
}
