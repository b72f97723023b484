package bridgebench.reports.findings;

import java.util.List;
import java.util.Map;

/**
 * A sentence of the report with what it rests on.
 *
 * @param kind what it is about
 * @param sentence the sentence
 * @param scenarioIds the arms it speaks of
 * @param evidence the numbers in it, unrounded, by name: "ratio", "low", "high", "forks", …; a
 *     ratio is always that of the first arm to the second, also where the sentence turns it round
 * @param provisional whether the sentence says that it rests on fewer than 5 forks
 */
public record Finding(
    FindingKind kind,
    String sentence,
    List<String> scenarioIds,
    Map<String, Double> evidence,
    boolean provisional) {

  /** A finding that says nothing of its forks. */
  Finding(
      FindingKind kind, String sentence, List<String> scenarioIds, Map<String, Double> evidence) {
    this(kind, sentence, scenarioIds, evidence, false);
  }
}
