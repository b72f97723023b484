package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a session may leave behind: processes, sockets, folders. */
public final class Traces {

  private final Path privateRoot;
  private final Set<Long> before = descendants();

  public Traces(Path privateRoot) {
    this.privateRoot = privateRoot;
  }

  /**
   * Fails when a process, a socket file or a folder is left that was not there at the beginning.
   */
  public void assertNoneLeft() throws IOException {
    assertThat(privateRoot).isEmptyDirectory();
    Set<Long> left = descendants();
    left.removeAll(before);
    left.removeIf(Traces::isZombie);
    assertThat(left).as("processes left").isEmpty();
    assertThat(sleepers()).as("children that functions left").isEmpty();
  }

  /** Processes that the fault functions leave: their argument is 4242. */
  static List<String> sleepers() throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .map(Traces::commandLine)
          .filter(Predicate.isEqual("sleep\0004242\000"))
          .toList();
    }
  }

  /** Waits until the condition holds, at most ten seconds, and says whether it did. */
  public static boolean eventually(Condition condition) throws Exception {
    for (int i = 0; i < 500; i++) {
      if (condition.holds()) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return false;
  }

  public interface Condition {
    boolean holds() throws Exception;
  }

  private static Set<Long> descendants() {
    return ProcessHandle.current()
        .descendants()
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).startsWith("Z");
    } catch (IOException e) {
      return true;
    }
  }

  private static String commandLine(Path process) {
    try {
      return Files.readString(process.resolve("cmdline"));
    } catch (IOException e) {
      return "";
    }
  }
}
