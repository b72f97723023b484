package bridgebench.bridge.task;

import bridgebench.bridge.frame.FrameException;
import bridgebench.bridge.frame.FrameException.Fault;
import bridgebench.scenarios.run.Actor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

/** The worker's figures of one task, as its TRAILER holds them. */
final class Trailer {

  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode body;

  private Trailer(JsonNode body) {
    this.body = body;
  }

  /**
   * Reads a TRAILER and compares what it counted.
   *
   * @throws FrameException when it is no JSON, or counted other rows or batches
   */
  static Trailer read(byte[] bytes, long rows, long batches) throws IOException {
    JsonNode body;
    try {
      body = JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw new FrameException(Fault.BODY, "TRAILER is no JSON: " + e.getOriginalMessage());
    }
    long theirRows = body.path("rows").asLong(-1);
    long theirBatches = body.path("batches").asLong(-1);
    if (theirRows != rows || theirBatches != batches) {
      throw new FrameException(
          Fault.BODY,
          "expected the worker to count "
              + rows
              + " rows in "
              + batches
              + " batches, got "
              + theirRows
              + " rows in "
              + theirBatches);
    }
    return new Trailer(body);
  }

  void addStages(Map<String, Long> stageNanos) {
    addAll(stageNanos, "stageNanos");
  }

  void addMemory(Map<String, Long> memoryBytes) {
    addAll(memoryBytes, "memoryBytes");
  }

  /** Adds one of the figures that the worker has once a task, for example {@code wallNanos}. */
  void add(Map<String, Long> byActor, String figure) {
    JsonNode value = body.path(figure);
    if (value.isNumber()) {
      byActor.put(Actor.PYTHON.word(), value.asLong());
    }
  }

  private void addAll(Map<String, Long> figures, String group) {
    body.path(group)
        .properties()
        .forEach(e -> figures.put(Actor.PYTHON.word() + "." + e.getKey(), e.getValue().asLong()));
  }
}
