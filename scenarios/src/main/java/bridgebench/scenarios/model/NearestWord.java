package bridgebench.scenarios.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that a mistyped one was probably meant to be. */
public final class NearestWord {

  private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

  private NearestWord() {}

  /**
   * The candidate with the fewest edits (case ignored), provided that at most a third of the longer
   * word, and at least two letters, would have to change.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    // A word far longer than any candidate is near none, and the edit distance is quadratic.
    int longest = candidates.stream().mapToInt(String::length).max().orElse(0);
    if (word.length() > 2 * longest + 2) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(candidate -> edits(word, candidate) <= allowedEdits(word, candidate))
        .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
  }

  /**
   * What to tell a user who wrote {@code word}: {@code "; did you mean 'unix'?"}, or nothing when
   * no candidate is near.
   */
  public static String hint(String word, Collection<String> candidates) {
    return to(word, candidates).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  private static int edits(String word, String candidate) {
    return EDITS.apply(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
  }

  private static int allowedEdits(String word, String candidate) {
    int longer = Math.max(word.length(), candidate.length());
    return longer < 3 ? 0 : Math.max(2, longer / 3);
  }
}
