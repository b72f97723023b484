package bridgebench.scenarios.model;

/** A setting that is in force or not. */
public enum Switch implements AxisWord {
  /** In force. */
  ON("on"),
  /** Not in force. */
  OFF("off");

  private final String word;

  Switch(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
