package bridgebench.bridge.worker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Everything that a process started. A worker leads a process group of its own, so a child that was
 * left behind is found by its group; one that left the group is found as a descendant, as long as
 * it is looked for before its parents end.
 */
final class ProcessGroup {

  private static final Path PROC = Path.of("/proc");
  private static final long KILL_WAIT_NANOS = 2_000_000_000L;
  private static final int GROUP_FIELD = 2;

  private final ProcessHandle leader;
  private final Set<ProcessHandle> known = new LinkedHashSet<>();

  /**
   * @param leader as it was found when it started: it also knows when that was, so that another
   *     process which has got its number later is left alone
   */
  ProcessGroup(ProcessHandle leader) {
    this.leader = leader;
  }

  /** Remembers who belongs to the leader now: call before anyone ends. */
  void remember() {
    leader.descendants().forEach(known::add);
    members().forEach(known::add);
  }

  /** Kills the leader and everyone remembered or still in the group, and waits for their end. */
  void kill() {
    remember();
    known.add(leader);
    killOthers();
  }

  /** Kills everyone but the leader who is remembered or still in the group; waits for their end. */
  void killOthers() {
    long end = System.nanoTime() + KILL_WAIT_NANOS;
    members().forEach(known::add);
    known.forEach(ProcessHandle::destroyForcibly);
    while (known.stream().anyMatch(ProcessGroup::runs) && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private Set<ProcessHandle> members() {
    Set<ProcessHandle> members = new LinkedHashSet<>();
    // The kernel gives a group's number to no other process while the group has members.
    if (ProcessHandle.of(leader.pid()).filter(other -> !other.equals(leader)).isPresent()) {
      return members;
    }
    String group = Long.toString(leader.pid());
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        long pid = Long.parseLong(process.getFileName().toString());
        if (pid != leader.pid() && field(process, GROUP_FIELD).equals(group)) {
          ProcessHandle.of(pid).ifPresent(members::add);
        }
      }
    } catch (IOException e) {
      // No /proc: descendants are all that can be found.
    }
    return members;
  }

  /** Whether the process still runs; a zombie that nobody has reaped yet holds nothing any more. */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && !field(PROC.resolve(Long.toString(process.pid())), 0).equals("Z");
  }

  /** A field of /proc/PID/stat counted after the name, which may itself hold spaces; 0 is state. */
  private static String field(Path process, int index) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[index];
    } catch (IOException e) {
      // It ended while we looked.
      return "";
    }
  }
}
