package bridgebench.scenarios.model;

/** A user's own word in a message: in quotes, and cut where it is long. */
public final class QuotedWord {

  private static final int MAX_LENGTH = 40;

  private QuotedWord() {}

  /** {@code 'word'}, of a long word its beginning. */
  public static String of(String word) {
    return "'" + (word.length() <= MAX_LENGTH ? word : word.substring(0, MAX_LENGTH) + "…") + "'";
  }
}
