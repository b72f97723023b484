package bridgebench.jmh.environment;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.run.Environment;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFactsTest {
  @TempDir Path folder;

  @Test
  void machineKernelAndJvmAreAlwaysKnown() {
    Map<String, String> facts = EnvironmentFacts.collect().facts();

    assertThat(facts)
        .containsKeys(
            "cpu.model", "cpu.identifier", "os.kernel", "os.name", "memory.bytes", "jvm.vendor")
        .containsEntry("jvm.version", System.getProperty("java.vm.version"));
    assertThat(Integer.parseInt(facts.get("cpu.logicalCores"))).isPositive();
  }

  @Test
  void theWakeUpOfACoreIsKnownWhereThereIsOneToWake() {
    boolean hasTwoCores = Runtime.getRuntime().availableProcessors() > 1;

    assertThat(EnvironmentFacts.collect().facts().containsKey("cpu.wakeUpNanos"))
        .isEqualTo(hasTwoCores);
  }

  @Test
  void aFolderOutsideOfGitHasNoCommit() {
    assertThat(EnvironmentFacts.collect(folder, Map.of()).facts()).doesNotContainKey("git.commit");
  }

  @Test
  void givenFactsAreAddedToTheCollectedOnes() {
    assertThat(EnvironmentFacts.collect(folder, Map.of("python.version", "3.11.7")).facts())
        .containsEntry("python.version", "3.11.7");
  }

  @Test
  void aChangedLoadIsNoChangeOfEnvironment() {
    assertThat(
            EnvironmentFacts.changes(
                environment("load.average", "0.1", "os.kernel", "6.1"),
                environment("load.average", "9.9", "os.kernel", "6.2")))
        .containsExactly("os.kernel: 6.1 → 6.2");
  }

  private static Environment environment(String... namesAndValues) {
    TreeMap<String, String> facts = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      facts.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Environment(facts);
  }
}
