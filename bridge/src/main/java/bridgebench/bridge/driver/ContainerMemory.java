package bridgebench.bridge.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a control group leaves free of the memory that it allows: its limit less what it uses, and
 * with the page cache that the kernel gives back. Version 2 and version 1 of the interface; of
 * nested groups the one that leaves least counts.
 */
final class ContainerMemory {

  private static final Path GROUPS = Path.of("/sys/fs/cgroup");
  private static final Path OWN_GROUP = Path.of("/proc/self/cgroup");

  private final Path groups;
  private final Path ownGroup;

  /**
   * @param groups where the file systems of control groups are mounted
   * @param ownGroup the file that says which groups this process is in
   */
  ContainerMemory(Path groups, Path ownGroup) {
    this.groups = groups;
    this.ownGroup = ownGroup;
  }

  static ContainerMemory ofThisProcess() {
    return new ContainerMemory(GROUPS, OWN_GROUP);
  }

  /** Bytes that the groups leave; empty where none sets a limit. */
  OptionalLong freeBytes() {
    OptionalLong least = OptionalLong.empty();
    for (Line line : lines()) {
      Path group = line.group();
      while (group != null && group.startsWith(line.root())) {
        OptionalLong free = line.names().freeBytes(group);
        if (free.isPresent() && (least.isEmpty() || free.getAsLong() < least.getAsLong())) {
          least = free;
        }
        group = group.getParent();
      }
    }
    return least;
  }

  private List<Line> lines() {
    try {
      return Files.readAllLines(ownGroup).stream()
          .map(line -> line.split(":", 3))
          .filter(parts -> parts.length == 3)
          .flatMap(parts -> Stream.ofNullable(line(parts)))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  // "0::/path" for version 2, "9:memory:/path" for version 1.
  private @Nullable Line line(String[] parts) {
    if (parts[1].isEmpty()) {
      return new Line(groups, groups.resolve("." + parts[2]).normalize(), Names.VERSION_2);
    }
    if (List.of(parts[1].split(",")).contains("memory")) {
      Path root = groups.resolve("memory");
      return new Line(root, root.resolve("." + parts[2]).normalize(), Names.VERSION_1);
    }
    return null;
  }

  private record Line(Path root, Path group, Names names) {}

  /** Files of a group. */
  private record Names(String limit, String used, String inactiveFile) {

    static final Names VERSION_2 = new Names("memory.max", "memory.current", "inactive_file");
    static final Names VERSION_1 =
        new Names("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file");

    OptionalLong freeBytes(Path group) {
      try {
        String limitText = Files.readString(group.resolve(limit)).strip();
        if (limitText.equals("max")) {
          return OptionalLong.empty();
        }
        long usedBytes = Long.parseLong(Files.readString(group.resolve(used)).strip());
        long free = Long.parseLong(limitText) - usedBytes + inactiveFileBytes(group);
        return OptionalLong.of(Math.max(0, free));
      } catch (IOException | NumberFormatException e) {
        // A group whose files are not shown here: a namespace shows those of its own root.
        return OptionalLong.empty();
      }
    }

    private long inactiveFileBytes(Path group) throws IOException {
      for (String line : Files.readAllLines(group.resolve("memory.stat"))) {
        if (line.startsWith(inactiveFile + " ")) {
          return Long.parseLong(line.substring(inactiveFile.length()).strip());
        }
      }
      return 0;
    }
  }
}
