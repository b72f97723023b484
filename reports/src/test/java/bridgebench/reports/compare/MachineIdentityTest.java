package bridgebench.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons and trends ask one place whether two runs were measured on the same machine. */
class MachineIdentityTest {

  private static final Map<String, String> FACTS =
      Map.of(
          "cpu.model", "AMD EPYC 9B45",
          "cpu.identifier", "AMD64 Family 26 Model 17 Stepping 0",
          "cpu.logicalCores", "4",
          "os.arch", "amd64",
          "container.cpuLimit", "2",
          "container.memoryLimit", "8589934592",
          "memory.bytes", "33554432000",
          "os.kernel", "Linux 6.18.0");

  @ParameterizedTest
  @CsvSource({
    "cpu.model, Xeon",
    "cpu.identifier, AMD64 Family 25 Model 1 Stepping 1",
    "cpu.logicalCores, 8",
    "os.arch, aarch64",
    "container.cpuLimit, 4",
    "container.memoryLimit, 4294967296",
    "memory.bytes, 67108864000"
  })
  void aFactOfTheMachineMakesItAnother(String fact, String value) {
    assertThat(machine().agreesWith(with(fact, value))).isFalse();
    assertThat(with(fact, value).agreesWith(machine())).isFalse();
  }

  @Test
  void aKernelOrAFewMegabytesDoNot() {
    assertThat(machine().agreesWith(with("os.kernel", "Linux 6.19.0"))).isTrue();
    assertThat(machine().agreesWith(with("memory.bytes", "33290190848"))).isTrue();
  }

  @Test
  void aMachineThatIsNotNamedAgreesWithNoneThatIs() {
    MachineIdentity unnamed = MachineIdentity.of(Map.of("jvm.version", "17"));
    assertThat(unnamed.isStated()).isFalse();
    assertThat(unnamed.agreesWith(machine())).isFalse();
    assertThat(unnamed.agreesWith(unnamed)).isTrue();
  }

  private static MachineIdentity machine() {
    return MachineIdentity.of(FACTS);
  }

  private static MachineIdentity with(String fact, String value) {
    Map<String, String> facts = new HashMap<>(FACTS);
    facts.put(fact, value);
    return MachineIdentity.of(facts);
  }
}
