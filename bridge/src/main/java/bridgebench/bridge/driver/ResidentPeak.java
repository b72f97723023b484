package bridgebench.bridge.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;

/**
 * The greatest resident set of a process since its mark was reset (proc(5): {@code clear_refs} and
 * {@code VmHWM}). A kernel or container may refuse the reset: then nothing is told, because the
 * mark would be that of the whole process.
 */
final class ResidentPeak {
  private static final String RESET_OF_PEAK = "5";
  private static final String PEAK = "VmHWM:";
  private static final long KIB = 1_024;

  private final Path process;
  private boolean reset;

  ResidentPeak(Path process) {
    this.process = process;
  }

  static ResidentPeak ofThisProcess() {
    return new ResidentPeak(Path.of("/proc/self"));
  }

  void reset() {
    try {
      Files.writeString(process.resolve("clear_refs"), RESET_OF_PEAK, StandardOpenOption.WRITE);
      reset = true;
    } catch (IOException e) {
      reset = false;
    }
  }

  /** Bytes; empty when the mark could not be reset or is not there. */
  OptionalLong bytes() {
    return reset ? mark() : OptionalLong.empty();
  }

  private OptionalLong mark() {
    try {
      List<String> lines = Files.readAllLines(process.resolve("status"));
      return lines.stream()
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
