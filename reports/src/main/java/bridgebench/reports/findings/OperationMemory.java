package bridgebench.reports.findings;

import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * What an operation of the driver needs at its peak, beyond what its process held before: in Python
 * the greatest growth of the resident set, in the JVM that of the heap, garbage included, with
 * Arrow's greatest memory. Each is the greatest of the fork's operations, because later ones use
 * memory again that earlier ones left.
 */
public final class OperationMemory {

  /** Key of the figure of Python, in bytes. */
  public static final String PYTHON = "python.operationPeak";

  /** Key of the figure of the JVM, in bytes. */
  public static final String JVM = "jvm.operationPeak";

  /** Key of the size of the rows themselves, as Arrow holds them, in bytes. */
  public static final String DATA = "data";

  private OperationMemory() {}

  /** The figures that the forks' records allow, by key. */
  static Map<String, Figure> of(List<ForkRecord> forks) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    put(figures, JVM, forks, OperationMemory::jvm);
    put(figures, PYTHON, forks, OperationMemory::python);
    return figures;
  }

  private static void put(
      Map<String, Figure> figures,
      String key,
      List<ForkRecord> forks,
      Function<ForkRecord, OptionalLong> bytes) {
    List<OptionalLong> ofForks = forks.stream().map(bytes).toList();
    if (ofForks.stream().allMatch(OptionalLong::isPresent)) {
      figures.put(
          key,
          ForkSamples.figure(ofForks.stream().mapToDouble(value -> value.orElseThrow()).toArray()));
    }
  }

  private static OptionalLong python(ForkRecord fork) {
    return values(fork, "python.peakGrowth").max();
  }

  private static OptionalLong jvm(ForkRecord fork) {
    OptionalLong heap = values(fork, "jvm.heapGrowth").max();
    long arrow = values(fork, "jvm.arrowPeak").max().orElse(0);
    return heap.isPresent() ? OptionalLong.of(heap.getAsLong() + arrow) : heap;
  }

  private static LongStream values(ForkRecord fork, String name) {
    return fork.measurement().stream()
        .map(IterationRecord::memoryBytes)
        .filter(bytes -> bytes.containsKey(name))
        .mapToLong(bytes -> bytes.getOrDefault(name, 0L));
  }
}
