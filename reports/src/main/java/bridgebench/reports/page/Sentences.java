package bridgebench.reports.page;

import java.util.Locale;
import java.util.regex.Pattern;

/** Keeps a number and its unit on one line. */
final class Sentences {

  private static final Pattern BEFORE_UNIT =
      Pattern.compile(
          "(?<=\\d) (?=(%|[kMG]|[nµm]?s|[KMG]i?B|B|rows|forks|times|million)(?![\\p{L}\\d]))");

  private Sentences() {}

  /** A title as it stands within a sentence: with a small first letter, names as they are. */
  static String continued(String title) {
    return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }

  /** The sentence with spaces that do not break between numbers and units. */
  static String unbroken(String sentence) {
    return BEFORE_UNIT.matcher(sentence).replaceAll("\u00a0");
  }
}
