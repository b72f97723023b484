package bridgebench.jmh.environment;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The control group of this process, version 1 or 2: the limits a container sets and how long it
 * was throttled.
 *
 * <p>Inside a container the path that {@code /proc/self/cgroup} names may lie outside of what is
 * mounted; the mount's root is then the container's own group.
 */
final class ControlGroup {
  private static final long NO_LIMIT_V1 = Long.MAX_VALUE / 4;

  private final SystemFiles files;

  ControlGroup(SystemFiles files) {
    this.files = files;
  }

  /** Cores that may be used at once, for example {@code 1.5}; empty without a limit. */
  Optional<String> cpuLimit() {
    Optional<String> unified = controllerFile("", "cpu.max").flatMap(files::text);
    if (unified.isPresent()) {
      String[] words = unified.get().split("\\s+");
      return words[0].equals("max") ? Optional.empty() : Optional.of(cores(words[0], words[1]));
    }
    Optional<String> quota = controllerFile("cpu", "cpu.cfs_quota_us").flatMap(files::text);
    Optional<String> period = controllerFile("cpu", "cpu.cfs_period_us").flatMap(files::text);
    return quota.isPresent() && period.isPresent() && !quota.get().startsWith("-")
        ? Optional.of(cores(quota.get(), period.get()))
        : Optional.empty();
  }

  /** Memory limit in bytes; empty without a limit. */
  OptionalLong memoryLimit() {
    Optional<String> unified = controllerFile("", "memory.max").flatMap(files::text);
    if (unified.isPresent()) {
      return unified.get().equals("max")
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(unified.get()));
    }
    return controllerFile("memory", "memory.limit_in_bytes")
        .flatMap(files::text)
        .map(Long::parseLong)
        .filter(bytes -> bytes < NO_LIMIT_V1)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** Nanoseconds for which the group was not allowed to run, since it was made. */
  OptionalLong throttledNanos() {
    Optional<String> unified = controllerFile("", "cpu.stat");
    if (unified.isPresent()) {
      OptionalLong micros = files.number(unified.get(), "throttled_usec");
      return micros.isPresent() ? OptionalLong.of(micros.getAsLong() * 1_000) : micros;
    }
    return controllerFile("cpu", "cpu.stat")
        .map(file -> files.number(file, "throttled_time"))
        .orElse(OptionalLong.empty());
  }

  // The empty controller name is the unified hierarchy of version 2.
  private Optional<String> controllerFile(String controller, String name) {
    String mount = "sys/fs/cgroup" + (controller.isEmpty() ? "" : "/" + controller);
    String own = mount + groupOf(controller) + "/" + name;
    if (files.exists(own)) {
      return Optional.of(own);
    }
    String top = mount + "/" + name;
    return files.exists(top) ? Optional.of(top) : Optional.empty();
  }

  private String groupOf(String controller) {
    return files.lines("proc/self/cgroup").stream()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3 && hasController(parts[1], controller))
        .map(parts -> parts[2].equals("/") ? "" : parts[2])
        .findFirst()
        .orElse("");
  }

  private static boolean hasController(String list, String controller) {
    for (String name : list.split(",", -1)) {
      if (name.equals(controller)) {
        return true;
      }
    }
    return false;
  }

  private static String cores(String quota, String period) {
    double cores = Double.parseDouble(quota) / Double.parseDouble(period);
    return cores == Math.rint(cores) ? Long.toString((long) cores) : Double.toString(cores);
  }
}
