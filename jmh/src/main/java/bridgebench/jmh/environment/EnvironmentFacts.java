package bridgebench.jmh.environment;

import bridgebench.scenarios.run.Environment;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;

/**
 * Collects what a result depends on beyond its scenario: processor, kernel, container limits, JVM,
 * load, how fast an idle core wakes up, versions. A fact that cannot be had is left out, never
 * guessed.
 */
public final class EnvironmentFacts {
  private final SystemFiles files = SystemFiles.ofThisMachine();
  private final SortedMap<String, String> facts = new TreeMap<>();

  private EnvironmentFacts() {}

  /** The facts of this machine and JVM, with the commit of the working directory. */
  public static Environment collect() {
    return collect(Path.of(""), Map.of());
  }

  /**
   * The facts of this machine and JVM.
   *
   * @param folder whose git commit is recorded: where the suite lies
   * @param more further facts, such as {@code python.version}; they win over collected ones
   */
  public static Environment collect(Path folder, Map<String, String> more) {
    EnvironmentFacts collected = new EnvironmentFacts();
    collected.machine();
    collected.kernelFiles();
    collected.wakeUp();
    collected.container();
    collected.jvm();
    collected.put("git.commit", GitCommit.of(folder.toAbsolutePath()));
    collected.put("bridgebench.version", Optional.ofNullable(version()));
    collected.put("bridgebench.build", BuildIdentity.ofThisProgram());
    collected.facts.putAll(more);
    return new Environment(collected.facts);
  }

  /**
   * What differs between two environments, one sentence a fact; incidental ones are left out.
   *
   * @return empty when nothing that results depend on has changed
   */
  public static List<String> changes(Environment before, Environment after) {
    return before.differences(after).entrySet().stream()
        .filter(fact -> !Environment.isIncidental(fact.getKey()))
        .map(fact -> fact.getKey() + ": " + fact.getValue())
        .toList();
  }

  private void machine() {
    SystemInfo system = new SystemInfo();
    HardwareAbstractionLayer hardware = system.getHardware();
    CentralProcessor processor = hardware.getProcessor();
    facts.put("cpu.model", processor.getProcessorIdentifier().getName().strip());
    // The names of virtual processors tell little: "AMD EPYC" has been five generations.
    facts.put("cpu.identifier", processor.getProcessorIdentifier().getIdentifier().strip());
    facts.put("cpu.logicalCores", Integer.toString(processor.getLogicalProcessorCount()));
    facts.put("cpu.physicalCores", Integer.toString(processor.getPhysicalProcessorCount()));
    facts.put("memory.bytes", Long.toString(hardware.getMemory().getTotal()));
    OperatingSystem os = system.getOperatingSystem();
    facts.put("os.name", os.getFamily() + " " + os.getVersionInfo());
    facts.put("os.kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("os.arch", System.getProperty("os.arch"));
  }

  private void kernelFiles() {
    put("cpu.governor", files.text("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"));
    put("cpu.turboOff", files.text("sys/devices/system/cpu/intel_pstate/no_turbo"));
    put("cpu.smt", files.text("sys/devices/system/cpu/smt/control"));
    put("memory.transparentHugePages", hugePages());
    put(
        "clock.source",
        files.text("sys/devices/system/clocksource/clocksource0/current_clocksource"));
    put("load.average", files.text("proc/loadavg").map(EnvironmentFacts::threeAverages));
  }

  private void wakeUp() {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      facts.put(Environment.WAKE_UP_NANOS, Long.toString(WakeUp.medianNanos()));
    }
  }

  private void container() {
    ControlGroup group = new ControlGroup(files);
    put("container.cpuLimit", group.cpuLimit());
    group
        .memoryLimit()
        .ifPresent(bytes -> facts.put("container.memoryLimit", Long.toString(bytes)));
  }

  private void jvm() {
    facts.put("jvm.executable", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    facts.put("jvm.version", System.getProperty("java.vm.version"));
    facts.put("jvm.javaVersion", System.getProperty("java.version"));
    facts.put("jvm.vendor", System.getProperty("java.vm.vendor"));
    facts.put("jvm.name", System.getProperty("java.vm.name"));
    facts.put("jvm.processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("jvm.maxHeapBytes", Long.toString(Runtime.getRuntime().maxMemory()));
    facts.put(
        "jvm.flags", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
  }

  // The file lists all choices and puts the one in force in brackets.
  private Optional<String> hugePages() {
    return files
        .text("sys/kernel/mm/transparent_hugepage/enabled")
        .filter(text -> text.contains("["))
        .map(text -> text.substring(text.indexOf('[') + 1, text.indexOf(']')));
  }

  private static String threeAverages(String loadavg) {
    String[] words = loadavg.split("\\s+");
    return words[0] + " " + words[1] + " " + words[2];
  }

  private static @Nullable String version() {
    return EnvironmentFacts.class.getPackage().getImplementationVersion();
  }

  private void put(String name, Optional<String> value) {
    value.ifPresent(text -> facts.put(name, text));
  }
}
