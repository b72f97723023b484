package bridgebench.scenarios.run;

/**
 * A part of a task on one actor. The stages of an actor are consecutive; what they leave of its
 * wall time is "unaccounted".
 */
public enum Stage {
  /** Until a batch is due, where batches are sent at a rate of their own. */
  JVM_PACE(Actor.JVM_WRITER, "pace"),
  JVM_ENCODE(Actor.JVM_WRITER, "encode"),
  JVM_WRITE(Actor.JVM_WRITER, "write"),
  PYTHON_READ(Actor.PYTHON, "read"),
  PYTHON_DECODE(Actor.PYTHON, "decode"),
  PYTHON_COMPUTE(Actor.PYTHON, "compute"),
  PYTHON_ENCODE(Actor.PYTHON, "encode"),
  PYTHON_WRITE(Actor.PYTHON, "write"),
  JVM_READ(Actor.JVM_READER, "read"),
  JVM_DECODE(Actor.JVM_READER, "decode"),
  /** Comparing every value with the Java twin's. */
  JVM_CHECK(Actor.JVM_READER, "check");

  private final Actor actor;
  private final String part;

  Stage(Actor actor, String part) {
    this.actor = actor;
    this.part = part;
  }

  public Actor actor() {
    return actor;
  }

  /** For example {@code python.decode}: the key in result files. */
  public String key() {
    return actor.word() + "." + part;
  }
}
