package bridgebench.scenarios.run;

/** Who does a part of a task's work; each actor is one thread with a clock of its own. */
public enum Actor {
  JVM_WRITER("jvm-writer"),
  PYTHON("python"),
  JVM_READER("jvm-reader");

  private final String word;

  Actor(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
