package bridgebench.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineChecksTest {
  private static final Map<String, String> QUIET_MACHINE =
      Map.of(
          "cpu.wakeUpNanos", "4200",
          "cpu.logicalCores", "8",
          "cpu.model", "Some CPU",
          "load.average", "0.10 0.20 0.30",
          "load.stealPercent", "0.00",
          "cpu.governor", "performance",
          "clock.source", "tsc",
          "memory.availableBytes", Long.toString(16L << 30),
          "schedstat.present", "true",
          "os.kernel", "Linux 6.1.0");

  @Test
  void quietMachineHasNothingToMend() {
    assertThat(MachineChecks.judge(QUIET_MACHINE))
        .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Level.OK))
        .extracting(Finding::check)
        .contains("cores", "load", "governor", "clock source", "memory", "container");
  }

  @Test
  void everyWarningSaysWhatToDo() {
    List<Finding> findings =
        MachineChecks.judge(
            with(
                "cpu.logicalCores", "2",
                "load.average", "3.00 1.00 1.00",
                "load.stealPercent", "4.50",
                "cpu.governor", "powersave",
                "clock.source", "hpet",
                "cpu.wakeUpNanos", "54321",
                "memory.availableBytes", Long.toString(1L << 30),
                "container.cpuLimit", "1.5",
                "container.memoryLimit", Long.toString(1L << 30),
                "schedstat.present", "false",
                "os.kernel", "Mac OS X 15"));

    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Level.WARN))
        .allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
    assertThat(text(findings))
        .contains(
            "1.5 usable", "3.0 over the last minute", "4.5 % taken", "powersave", "hpet", "54.3 µs")
        .contains("1.0 GiB available", "quota of 1.5 cores", "memory limit of 1.0 GiB");
  }

  @Test
  void tooLittleMemoryIsAFailure() {
    assertThat(MachineChecks.judge(with("memory.availableBytes", Long.toString(100L << 20))))
        .filteredOn(finding -> finding.check().equals("memory"))
        .extracting(Finding::level)
        .containsExactly(Level.FAIL);
  }

  @Test
  void loadIsJudgedByTheCoresThatMayBeUsed() {
    assertThat(level("load", with("load.average", "1.50 1 1"))).isEqualTo(Level.OK);
    assertThat(level("load", with("load.average", "1.50 1 1", "container.cpuLimit", "4")))
        .isEqualTo(Level.WARN);
  }

  @Test
  void hiddenFactsAreLeftOutInsteadOfGuessed() {
    assertThat(MachineChecks.judge(Map.of("os.kernel", "Linux 6.1.0")))
        .extracting(Finding::check)
        .doesNotContain("load", "steal", "memory", "clock source");
  }

  private static Level level(String check, Map<String, String> facts) {
    return MachineChecks.judge(facts).stream()
        .filter(finding -> finding.check().equals(check))
        .map(Finding::level)
        .findFirst()
        .orElseThrow();
  }

  private static String text(List<Finding> findings) {
    return String.join("\n", findings.stream().map(Finding::found).toList());
  }

  private static Map<String, String> with(String... keysAndValues) {
    Map<String, String> facts = new LinkedHashMap<>(QUIET_MACHINE);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      facts.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return facts;
  }
}
