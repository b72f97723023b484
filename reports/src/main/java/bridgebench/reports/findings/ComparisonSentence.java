package bridgebench.reports.findings;

import bridgebench.reports.statistics.Interval;
import bridgebench.reports.statistics.MedianRatio;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import java.util.Collection;
import java.util.Objects;

/** States one comparison. */
final class ComparisonSentence {

  /** Ratios closer to 1 than this are stated in percent. */
  private static final double PERCENT_BELOW = 1.5;

  /** A relative difference, of a factor of 10, beyond which a number would say nothing. */
  private static final double HUGE = 9;

  private final Scenario baseline;
  private final Scenario candidate;
  private final Axis axis;
  private final Metric metric;
  private final Collection<Axis> circumstances;
  private final String opening;

  /**
   * @param circumstances the axes that tell this comparison from the question's others
   */
  ComparisonSentence(
      Scenario baseline,
      Scenario candidate,
      Axis axis,
      Metric metric,
      Collection<Axis> circumstances) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.axis = axis;
    this.metric = metric;
    this.opening =
        Wording.opening(
            candidate,
            circumstances.stream()
                .filter(a -> a != axis && a != Axis.DIRECTION && !differs(a))
                .toList());
    this.circumstances = circumstances;
  }

  /** A batch size that goes with the mode, or an option of one arm, is no circumstance of both. */
  private boolean differs(Axis other) {
    return !Objects.equals(baseline.word(other), candidate.word(other));
  }

  /**
   * The sentence of a comparison that was made.
   *
   * @param smallestVisible the smallest relative difference that these forks reliably show
   * @param baselineForks how many forks the baseline has
   * @param candidateForks how many forks the candidate has
   */
  String of(
      Verdict verdict,
      MedianRatio speeds,
      double smallestVisible,
      double thresholdPercent,
      int baselineForks,
      int candidateForks,
      boolean provisional) {
    String forks = Wording.forks(candidateForks, baselineForks);
    boolean isTold =
        Math.min(baselineForks, candidateForks) >= VerdictRule.FORKS_FOR_A_TOLD_INTERVAL;
    Interval ratio = speeds.ratio();
    boolean decided = verdict == Verdict.FASTER || verdict == Verdict.SLOWER;
    Interval shown = decided && isTurned(ratio.estimate()) ? inverse(ratio) : ratio;
    String support = (isTold ? interval(shown) + "; " : "") + forks;
    String aside = isTold ? butLeavesOutOne(verdict, ratio, thresholdPercent) : "";
    String measured = "ratio of speeds " + Wording.ratio(ratio.estimate());
    String sentence =
        switch (verdict) {
          case FASTER, SLOWER -> claim(ratio.estimate()) + " (" + support;
          case NO_DIFFERENCE_SHOWN ->
              "no difference is shown between "
                  + names()
                  + " ("
                  + measured
                  + ", "
                  + support
                  + aside
                  + "; "
                  + Wording.percent(thresholdPercent)
                  + " would matter";
          case CANNOT_TELL ->
              (matters(ratio, thresholdPercent)
                      ? "these forks cannot tell " + names() + " apart ("
                      : "these forks cannot tell whether the difference between "
                          + names()
                          + " matters (")
                  + measured
                  + ", "
                  + support
                  + aside
                  + visible(smallestVisible);
          case TOO_FEW_FORKS ->
              "no conclusion is drawn about "
                  + names()
                  + " from "
                  + forks
                  + ", of which at least 2 each are needed ("
                  + measured;
          case NOT_COMPARED -> throw new IllegalArgumentException("a refusal has its own sentence");
        };
    return Wording.capitalised(
        opening + sentence + (provisional ? "); provisional: fewer than 5 forks." : ")."));
  }

  private static String visible(double smallest) {
    return smallest > HUGE
        ? "; they are too few and too unlike each other to show any but a huge difference"
        : "; they reliably show differences from " + Wording.difference(100 * smallest) + " on";
  }

  /** Why an interval without 1 in it is not a difference all the same. */
  private static String butLeavesOutOne(Verdict verdict, Interval ratio, double thresholdPercent) {
    if (ratio.contains(1)) {
      return "";
    }
    return verdict == Verdict.NO_DIFFERENCE_SHOWN
        ? "; it leaves out 1, but is too close to it to matter"
        : !matters(ratio, thresholdPercent)
            ? "; " + Wording.percent(thresholdPercent) + " would matter"
            : "; it leaves out 1, but not certainly enough among all comparisons of the question";
  }

  /** False where the interval shows a difference, but its middle is one too small to matter. */
  private static boolean matters(Interval ratio, double thresholdPercent) {
    double times = Math.max(ratio.estimate(), 1 / ratio.estimate());
    return ratio.contains(1) || times >= 1 + thresholdPercent / 100;
  }

  String refused(String reason) {
    return Wording.capitalised(opening + names() + " are not compared: " + reason + ".");
  }

  private String names() {
    return name(candidate) + " and " + name(baseline);
  }

  /** The arm's word on the compared axis, with what it alone has. */
  private String name(Scenario scenario) {
    String word = Wording.subject(axis, scenario.require(axis));
    Scenario other = scenario.equals(baseline) ? candidate : baseline;
    StringBuilder name = new StringBuilder(word);
    boolean bothHaveBatches =
        scenario.word(Axis.BATCH_ROWS) != null && other.word(Axis.BATCH_ROWS) != null;
    if (bothHaveBatches && axis != Axis.BATCH_ROWS && differs(Axis.BATCH_ROWS)) {
      name.append(" at ")
          .append(Wording.subject(Axis.BATCH_ROWS, scenario.require(Axis.BATCH_ROWS)));
    }
    circumstances.stream()
        .filter(a -> a != axis)
        .filter(a -> scenario.word(a) != null && other.word(a) == null)
        .forEach(a -> name.append(' ').append(Wording.circumstance(a, scenario.require(a))));
    return name.toString();
  }

  private String claim(double ratio) {
    return isTurned(ratio)
        ? claim(1 / ratio, baseline, candidate)
        : claim(ratio, candidate, baseline);
  }

  private String claim(double ratio, Scenario subject, Scenario other) {
    boolean inPercent = inPercent(ratio);
    String size =
        inPercent
            ? Wording.percent(100 * (ratio - 1)) + (ratio > 1 ? " more " : " fewer ")
            : Wording.ratio(ratio) + " times as many ";
    String than = (inPercent ? " than " : " as ") + name(other);
    return name(subject)
        + switch (metric) {
          case ROWS_PER_SECOND -> verb() + size + "rows a second" + than;
          case SENT_BYTES_PER_SECOND, RECEIVED_BYTES_PER_SECOND ->
              " carries " + size + "bytes a second" + than;
          case CALLS_PER_SECOND ->
              (axis == Axis.THREADS ? " make " : " makes ") + size + "calls a second" + than;
          case RESPONSE_NANOS ->
              answers()
                  + (inPercent
                      ? Wording.percent(100 * (ratio - 1)) + (ratio > 1 ? " faster" : " slower")
                      : Wording.ratio(ratio) + " times as fast")
                  + than;
          case TASK_NANOS ->
              inPercent
                  ? " is "
                      + Wording.percent(100 * (ratio - 1))
                      + (ratio > 1 ? " faster" : " slower")
                      + than
                  : " is " + Wording.ratio(ratio) + " times as fast" + than;
        };
  }

  private String verb() {
    if (candidate.path() == BridgePath.CODEC) {
      return " " + candidate.word(Axis.DIRECTION) + "s ";
    }
    return isPlural() ? " move " : " moves ";
  }

  private String answers() {
    return isPlural() ? " are answered " : " answers ";
  }

  /** "1,000 rows a batch", "2 workers", "400 batches a second". */
  private boolean isPlural() {
    return axis == Axis.BATCH_ROWS
        || axis == Axis.ROWS
        || axis == Axis.WINDOW_ROWS
        || axis == Axis.WORKERS
        || axis == Axis.BATCHES_PER_SECOND;
  }

  /** "0.05 times as many" is hard to read: the faster arm comes first, as "20 times as many". */
  private static boolean isTurned(double ratio) {
    return ratio < 1 && !inPercent(ratio);
  }

  private static Interval inverse(Interval ratio) {
    return new Interval(1 / ratio.estimate(), 1 / ratio.high(), 1 / ratio.low());
  }

  private static boolean inPercent(double ratio) {
    return Math.max(ratio, 1 / ratio) < PERCENT_BELOW;
  }

  private static String interval(Interval ratio) {
    return "95 % interval " + Wording.ratio(ratio.low()) + " to " + Wording.ratio(ratio.high());
  }
}
