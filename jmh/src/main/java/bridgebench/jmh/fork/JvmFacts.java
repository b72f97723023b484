package bridgebench.jmh.fork;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.Map;
import java.util.stream.Collectors;

/** Version and flags of this JVM, for the record of a fork. */
final class JvmFacts {
  private JvmFacts() {}

  static Map<String, String> ofThisJvm() {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    String flags =
        runtime.getInputArguments().stream()
            .filter(JvmFacts::isSameInEveryFork)
            .distinct()
            .collect(Collectors.joining(" "));
    return Map.of("jvm", runtime.getVmName() + " " + runtime.getVmVersion(), "jvmFlags", flags);
  }

  // The order's and JMH's compiler hints are temporary files with another name each time; archives
  // of classes are named by the jar's time stamp and matter to the start of the JVM only.
  private static boolean isSameInEveryFork(String flag) {
    return !flag.startsWith("-D" + ForkOrder.PROPERTY + "=")
        && !flag.startsWith("-XX:CompileCommandFile=")
        && !flag.startsWith("-XX:SharedArchiveFile=")
        && !flag.startsWith("-Xshare:")
        && !flag.startsWith("-Xlog:cds");
  }
}
