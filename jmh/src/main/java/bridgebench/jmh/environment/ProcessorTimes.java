package bridgebench.jmh.environment;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Processor time of the machine and of this process with its children, from {@code /proc/stat} and
 * {@code /proc/self/stat} (proc(5)). The kernel counts both in hundredths of a second, whatever its
 * own tick is.
 */
final class ProcessorTimes {
  private static final long NANOS_OF_TICK = 10_000_000;
  // Of the words after "cpu": user, nice, system, idle, iowait, irq, softirq, steal. What follows,
  // time of guests, is in user and nice already.
  private static final int IDLE = 3;
  private static final int IO_WAIT = 4;
  private static final int STEAL = 7;
  private static final int FIELDS = 8;
  // Of the words after the command's closing bracket; children count once they were waited for.
  private static final int OWN_USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  private final SystemFiles files;

  ProcessorTimes(SystemFiles files) {
    this.files = files;
  }

  /**
   * All cores together, since the machine was started.
   *
   * @param busyNanos spent on any process or in the kernel
   * @param stealTicks hundredths of a second in which the hypervisor ran something else
   * @param allNanos busy, idle, waiting for a disk, and stolen
   */
  record Machine(long busyNanos, long stealTicks, long allNanos) {}

  Optional<Machine> ofMachine() {
    return files.lines("proc/stat").stream()
        .filter(line -> line.startsWith("cpu "))
        .map(line -> line.split("\\s+"))
        .filter(words -> words.length > FIELDS)
        .map(words -> machine(ticks(Arrays.copyOfRange(words, 1, FIELDS + 1))))
        .findFirst();
  }

  private static Machine machine(long[] ticks) {
    long all = Arrays.stream(ticks).sum();
    long busy = all - ticks[IDLE] - ticks[IO_WAIT] - ticks[STEAL];
    return new Machine(busy * NANOS_OF_TICK, ticks[STEAL], all * NANOS_OF_TICK);
  }

  /** This process and all descendants that have ended and were waited for. */
  OptionalLong ownNanos() {
    return files
        .text("proc/self/stat")
        .map(text -> text.substring(text.lastIndexOf(')') + 1).strip().split("\\s+"))
        .filter(words -> words.length > CHILDREN_SYSTEM)
        .map(words -> ticks(Arrays.copyOfRange(words, OWN_USER, CHILDREN_SYSTEM + 1)))
        .map(ticks -> OptionalLong.of(Arrays.stream(ticks).sum() * NANOS_OF_TICK))
        .orElse(OptionalLong.empty());
  }

  private static long[] ticks(String[] words) {
    return Arrays.stream(words).mapToLong(Long::parseLong).toArray();
  }
}
