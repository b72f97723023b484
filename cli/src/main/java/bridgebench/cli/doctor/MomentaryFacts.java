package bridgebench.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Facts of this moment that only a judgement needs: {@code memory.availableBytes}, {@code
 * schedstat.present} and {@code load.stealPercent} over half a second.
 */
public final class MomentaryFacts {
  private static final Duration STEAL_SAMPLE = Duration.ofMillis(500);
  private static final int STEAL_FIELD = 7;
  private static final int GUEST_FIELD = 8;

  private final Path root;

  private MomentaryFacts(Path root) {
    this.root = root;
  }

  /** The facts of this machine; one that the kernel does not offer is absent. */
  public static Map<String, String> collect() throws InterruptedException {
    return collect(Path.of("/"), STEAL_SAMPLE);
  }

  static Map<String, String> collect(Path root, Duration stealSample) throws InterruptedException {
    MomentaryFacts files = new MomentaryFacts(root);
    Map<String, String> facts = new TreeMap<>();
    facts.put(
        "schedstat.present",
        Boolean.toString(Files.isReadable(root.resolve("proc/self/schedstat"))));
    files.lines("proc/meminfo").stream()
        .filter(line -> line.startsWith("MemAvailable:"))
        .map(line -> line.replaceAll("\\D", ""))
        .forEach(
            kib -> facts.put("memory.availableBytes", Long.toString(Long.parseLong(kib) * 1024)));
    long[] before = files.cpuTicks();
    Thread.sleep(stealSample.toMillis());
    long[] after = files.cpuTicks();
    long total = Arrays.stream(after).sum() - Arrays.stream(before).sum();
    if (total > 0 && after.length > STEAL_FIELD) {
      double percent = 100.0 * (after[STEAL_FIELD] - before[STEAL_FIELD]) / total;
      facts.put("load.stealPercent", String.format(Locale.ROOT, "%.2f", percent));
    }
    return facts;
  }

  // user nice system idle iowait irq softirq steal; guest time is in user time already.
  private long[] cpuTicks() {
    return lines("proc/stat").stream()
        .filter(line -> line.startsWith("cpu "))
        .map(line -> line.substring("cpu ".length()).strip().split("\\s+"))
        .map(words -> Arrays.stream(words).limit(GUEST_FIELD).mapToLong(Long::parseLong).toArray())
        .findFirst()
        .orElse(new long[0]);
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file));
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // Not Linux, or hidden by a container: the fact is absent.
    }
  }
}
