package bridgebench.scenarios.model;

/** What stands between the scanned rows and the action on them. */
public enum Plan implements AxisWord {
  /** Nothing: the rows as they are made. */
  SCAN("scan"),
  /** A condition that keeps a part of the rows. */
  FILTER("filter"),
  /** Columns chosen and computed. */
  PROJECT("project"),
  /** A hash join with a small table. */
  JOIN("join"),
  /** The first rows only. */
  LIMIT("limit");

  private final String word;

  Plan(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
