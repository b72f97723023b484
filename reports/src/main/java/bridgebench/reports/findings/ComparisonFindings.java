package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The sentences about a question's comparisons: one each, or one a word where there are many. */
final class ComparisonFindings {

  private static final int MOST_SINGLE = 12;

  private final List<ComparisonResult> comparisons;
  private final Map<String, Measured> arms;

  ComparisonFindings(List<ComparisonResult> comparisons, Map<String, Measured> arms) {
    this.comparisons = comparisons;
    this.arms = arms;
  }

  List<Finding> all() {
    if (comparisons.size() <= MOST_SINGLE) {
      return comparisons.stream().map(this::single).toList();
    }
    Map<List<String>, List<ComparisonResult>> byWords = new LinkedHashMap<>();
    for (ComparisonResult result : comparisons) {
      List<String> words = List.of(word(result.candidateId()), word(result.baselineId()));
      byWords.computeIfAbsent(words, key -> new ArrayList<>()).add(result);
    }
    return byWords.values().stream().map(this::together).toList();
  }

  /** What the JVM reaches alone is the floor of the question and answers nothing by itself. */
  private FindingKind kind(ComparisonResult result) {
    return Stream.of(result.candidateId(), result.baselineId()).anyMatch(id -> arm(id).isFloor())
        ? FindingKind.FLOOR
        : FindingKind.COMPARISON;
  }

  private Finding single(ComparisonResult result) {
    Figure ratio = result.speedRatio();
    return new Finding(
        kind(result),
        result.sentence(),
        List.of(result.candidateId(), result.baselineId()),
        ratio == null
            ? Map.of()
            : Map.of(
                "decided", result.verdict().differs() ? 1.0 : 0.0,
                "ratio", ratio.median(),
                "low", ratio.low(),
                "high", ratio.high(),
                "forks", (double) Math.min(result.baselineForks(), result.candidateForks())),
        result.provisional());
  }

  private Finding together(List<ComparisonResult> results) {
    Axis axis = results.get(0).axis();
    String candidate = Wording.subject(axis, word(results.get(0).candidateId()));
    String baseline = Wording.subject(axis, word(results.get(0).baselineId()));
    Collection<String> ids = new LinkedHashSet<>();
    results.forEach(result -> ids.addAll(List.of(result.candidateId(), result.baselineId())));
    Map<String, Double> evidence = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      long count = results.stream().filter(result -> result.verdict() == verdict).count();
      if (count > 0) {
        evidence.put(verdict.words(), (double) count);
      }
    }
    String counts =
        Wording.list(
            evidence.entrySet().stream()
                .map(entry -> entry.getKey() + " in " + Math.round(entry.getValue())));
    String range = range(results, evidence, baseline);
    boolean provisional = results.stream().anyMatch(ComparisonResult::provisional);
    return new Finding(
        kind(results.get(0)),
        Wording.capitalised(
            candidate
                + " against "
                + baseline
                + " in "
                + results.size()
                + " comparisons: "
                + counts
                + range
                + (provisional ? "; provisional: fewer than 5 forks." : ".")),
        List.copyOf(ids),
        evidence,
        provisional);
  }

  /** How large the differences are that were shown: of the others no ratio is known. */
  private static String range(
      List<ComparisonResult> results, Map<String, Double> evidence, String baseline) {
    List<Figure> ratios =
        results.stream()
            .filter(result -> result.verdict().differs())
            .flatMap(result -> Stream.ofNullable(result.speedRatio()))
            .toList();
    if (ratios.isEmpty()) {
      return "";
    }
    double least = ratios.stream().mapToDouble(Figure::median).min().orElseThrow();
    double greatest = ratios.stream().mapToDouble(Figure::median).max().orElseThrow();
    evidence.put("least", least);
    evidence.put("greatest", greatest);
    String where = ratios.size() == results.size() ? "; " : "; where a difference is shown, ";
    if (greatest < 1) {
      return where + baseline + " is " + times(1 / greatest, 1 / least);
    }
    return where + times(least, greatest);
  }

  private static String times(double least, double greatest) {
    String low = Wording.ratio(least);
    String high = Wording.ratio(greatest);
    return (low.equals(high) ? low : "between " + low + " and " + high) + " times as fast";
  }

  private String word(String id) {
    Axis axis = comparisons.get(0).axis();
    return arm(id).word(axis);
  }

  private Measured arm(String id) {
    return Objects.requireNonNull(arms.get(id), id);
  }
}
