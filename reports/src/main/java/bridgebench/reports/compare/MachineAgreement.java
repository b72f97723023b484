package bridgebench.reports.compare;

/** Whether the compared inputs were measured on the same machine. */
public enum MachineAgreement {
  SAME("measured on the same machine"),
  DIFFERENT("measured on different machines"),
  /** An input, such as a JMH result file, says nothing of its machine. */
  UNKNOWN("an input does not say on which machine it was measured");

  private final String words;

  MachineAgreement(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
