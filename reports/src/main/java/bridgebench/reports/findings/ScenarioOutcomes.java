package bridgebench.reports.findings;

import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ScenarioOutcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An arm as {@code run.json} has it. */
final class ScenarioOutcomes {

  /** Figures beside memory that are neither a peak nor retained, by their keys in the file. */
  private static final Map<String, String> MEMORY_BESIDE =
      Map.of(
          "data", "dataBytes",
          "python.objects", "pythonObjects",
          "jvm.allocated", "jvmAllocatedBytes");

  /** The current size of a pool whose greatest is a peak of the same name. */
  private static final String ARROW_POOL = "python.arrowPool";

  /** What the figures of operations are made of. */
  private static final String GROWTH = "Growth";

  private ScenarioOutcomes() {}

  static ScenarioOutcome of(Arm arm) {
    Map<String, String> axes = new LinkedHashMap<>();
    arm.scenario().axes().forEach((axis, word) -> axes.put(axis.suiteName(), word));
    Map<String, Figure> figures = new TreeMap<>();
    arm.figures().byMetric().forEach((metric, figure) -> figures.put(metric.key(), figure));
    MEMORY_BESIDE.forEach(
        (name, key) -> {
          Figure figure = arm.figures().memoryBytes().get(name);
          if (figure != null) {
            figures.put(key, figure);
          }
        });
    return new ScenarioOutcome(
        arm.id(),
        arm.status(),
        arm.failure(),
        axes,
        arm.forks().size(),
        figures,
        latency(arm.figures()),
        arm.figures().stageNanos(),
        memory(arm.figures(), false),
        memory(arm.figures(), true),
        arm.effective(),
        arm.workerVersions());
  }

  private static Map<String, Map<String, Figure>> latency(Figures figures) {
    Map<String, Map<String, Figure>> byKind = new LinkedHashMap<>();
    figures
        .latency()
        .forEach(
            (kind, latency) -> {
              Map<String, Figure> percentiles = new LinkedHashMap<>();
              latency
                  .percentiles()
                  .forEach((name, figure) -> percentiles.put(name.substring(1), figure));
              double greatest = latency.maximumNanos();
              percentiles.put("max", new Figure(greatest, greatest, greatest));
              byKind.put(kind, percentiles);
            });
    return byKind;
  }

  /** "python.peakResident" is python's peak, "python.arrowPoolPeak" that of python.arrowPool. */
  private static Map<String, Figure> memory(Figures figures, boolean retained) {
    Map<String, Figure> byPart = new LinkedHashMap<>();
    figures
        .memoryBytes()
        .forEach(
            (name, figure) -> {
              boolean isRetained =
                  name.toLowerCase(Locale.ROOT).contains("retained") || name.equals(ARROW_POOL);
              boolean isOther = MEMORY_BESIDE.containsKey(name) || name.endsWith(GROWTH);
              if (retained == isRetained && !isOther) {
                byPart.put(
                    name.replaceAll("\\.(peak|retained)Resident$", "")
                        .replaceAll("(Peak|Retained)$", ""),
                    figure);
              }
            });
    return byPart;
  }
}
