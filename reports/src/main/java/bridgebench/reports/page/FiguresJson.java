package bridgebench.reports.page;

import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.LatencyFigures;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.model.Axis;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of every scenario as JSON, in the words of run.json. */
final class FiguresJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private FiguresJson() {}

  static String of(RunAnalysis run) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("runId", run.facts().runId());
    root.put("suite", run.facts().suite());
    root.put("startedAt", run.facts().startedAt().toString());
    root.put("command", run.facts().command());
    root.put("seed", run.facts().seed());
    root.put("statisticsVersion", run.statisticsVersion());
    root.put("environment", run.facts().environment());
    root.put("trust", run.trust());
    List<Map<String, Object>> scenarios = new ArrayList<>();
    run.arms().forEach(arm -> scenarios.add(scenario(arm)));
    root.put("scenarios", scenarios);
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures of run " + run.facts().runId() + " as JSON", e);
    }
  }

  private static Map<String, Object> scenario(Arm arm) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", arm.id());
    json.put("status", arm.status().word());
    if (arm.failure() != null) {
      json.put("error", arm.failure());
    }
    Map<String, String> axes = new LinkedHashMap<>();
    for (Map.Entry<Axis, String> axis : arm.scenario().axes().entrySet()) {
      axes.put(axis.getKey().suiteName(), axis.getValue());
    }
    json.put("axes", axes);
    json.put("forks", arm.forks().size());
    arm.figures().byMetric().forEach((metric, figure) -> json.put(metric.key(), figure));
    Map<String, Object> latency = new LinkedHashMap<>();
    for (LatencyFigures figures : arm.figures().latency().values()) {
      latency.put(figures.kind(), figures.percentiles());
    }
    json.put("latencyNanos", latency);
    json.put("stageNanos", arm.figures().stageNanos());
    json.put("memoryBytes", arm.figures().memoryBytes());
    json.put("effective", arm.effective());
    json.put("workerVersions", arm.workerVersions());
    return json;
  }
}
