package bridgebench.reports.page;

import java.util.regex.Pattern;

/** Keeps a number and its unit on one line. */
final class Sentences {

  private static final Pattern BEFORE_UNIT =
      Pattern.compile(
          "(?<=\\d) (?=(%|[kMG]|[nµm]?s|[KMG]i?B|B|rows|forks|times|million)(?![\\p{L}\\d]))");

  private Sentences() {}

  /** The sentence with spaces that do not break between numbers and units. */
  static String unbroken(String sentence) {
    return BEFORE_UNIT.matcher(sentence).replaceAll("\u00a0");
  }
}
