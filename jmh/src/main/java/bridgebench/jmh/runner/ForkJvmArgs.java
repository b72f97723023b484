package bridgebench.jmh.runner;

import java.util.ArrayList;
import java.util.List;

/**
 * The JVM arguments of every fork. Arrow needs {@code java.nio} opened; its bounds and null checks
 * are off, as they change results by tens of percent, and the arguments are recorded with each
 * fork.
 */
final class ForkJvmArgs {
  /** System property with which Arrow leaves out checks of bounds. */
  static final String UNCHECKED_MEMORY = "arrow.enable_unsafe_memory_access";

  /** System property with which Arrow leaves out checks of nulls. */
  static final String NULL_CHECK = "arrow.enable_null_check_for_get";

  private static final int FIRST_WITH_NATIVE_ACCESS_WARNINGS = 22;
  private static final int FIRST_WITH_UNSAFE_WARNINGS = 24;

  private ForkJvmArgs() {}

  static List<String> forThisJvm() {
    return forRelease(Runtime.version().feature());
  }

  static List<String> forRelease(int feature) {
    List<String> args = new ArrayList<>();
    args.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
    args.add("-D" + UNCHECKED_MEMORY + "=true");
    args.add("-D" + NULL_CHECK + "=false");
    if (feature >= FIRST_WITH_NATIVE_ACCESS_WARNINGS) {
      args.add("--enable-native-access=ALL-UNNAMED");
    }
    if (feature >= FIRST_WITH_UNSAFE_WARNINGS) {
      args.add("--sun-misc-unsafe-memory-access=allow");
    }
    return List.copyOf(args);
  }
}
