package bridgebench.jmh.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The commit that a folder is checked out at. */
final class GitCommit {
  private static final long DEADLINE_SECONDS = 5;

  private GitCommit() {}

  /** The commit's hash, with {@code -dirty} when tracked files differ; empty outside of git. */
  static Optional<String> of(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    return git(folder, "rev-parse", "HEAD")
        .filter(hash -> !hash.isEmpty())
        .map(hash -> hash + (isDirty(folder) ? "-dirty" : ""));
  }

  private static boolean isDirty(Path folder) {
    return git(folder, "status", "--porcelain", "--untracked-files=no")
        .filter(changes -> !changes.isEmpty())
        .isPresent();
  }

  private static Optional<String> git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (InputStream output = process.getInputStream()) {
        String text = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
        boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
        return ended && process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return Optional.empty(); // No git here: the fact is left out.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
