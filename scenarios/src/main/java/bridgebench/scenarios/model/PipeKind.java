package bridgebench.scenarios.model;

/** Which pipes the transport {@code pipe} uses. */
public enum PipeKind implements AxisWord {
  /** The worker's stdin and stdout. */
  STDIO("stdio"),
  /** Two named pipes in the private folder. */
  NAMED("named");

  private final String word;

  PipeKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
