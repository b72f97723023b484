package bridgebench.jmh.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads the kernel's text files below a root; a file that is absent or unreadable is empty. */
final class SystemFiles {
  private final Path root;

  SystemFiles(Path root) {
    this.root = root;
  }

  static SystemFiles ofThisMachine() {
    return new SystemFiles(Path.of("/"));
  }

  boolean exists(String file) {
    return Files.exists(root.resolve(file));
  }

  /** Names of what is in a folder, in order; none when it is absent. */
  List<String> names(String folder) {
    try (Stream<Path> children = Files.list(root.resolve(folder))) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  List<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file));
    } catch (IOException e) {
      return List.of();
    }
  }

  Optional<String> text(String file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines).strip());
  }

  /** The number after {@code key} on the line that starts with it. */
  OptionalLong number(String file, String key) {
    return lines(file).stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 1 && words[0].equals(key))
        .mapToLong(words -> Long.parseLong(words[1]))
        .findFirst();
  }
}
