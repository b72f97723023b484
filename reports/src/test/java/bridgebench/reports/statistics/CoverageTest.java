package bridgebench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Draws samples of a known truth and counts how often the intervals hold it. The table goes to
 * {@code target/coverage.md}; docs/statistics.md has a copy.
 */
class CoverageTest {

  private static final int DRAWS = 2_000;
  private static final int[] FORKS = {5, 10, 20};
  private static final double LEAST_SYMMETRIC = 0.93;
  private static final double LEAST_SKEWED = 0.90;
  private static final double MOST_FALSE_ALARMS = 0.065;

  private static final List<String> MEDIANS = new ArrayList<>();
  private static final List<String> RATIOS = new ArrayList<>();
  private static final List<String> OTHERS = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void aNinetyFivePercentIntervalHoldsTheMedian(SyntheticSamples samples) {
    double medianFork = samples.medianFork();
    double medianIteration = samples.medianIteration();
    for (int forks : FORKS) {
      Tally ofFork = new Tally();
      Tally ofIteration = new Tally();
      Random random = new Random(forks);
      for (int draw = 0; draw < DRAWS; draw++) {
        Interval interval = MedianInterval.of(SampleMedian.ofEach(samples.draw(forks, random)));
        ofFork.add(interval, medianFork);
        ofIteration.add(interval, medianIteration);
      }
      MEDIANS.add(
          row(samples.words(), forks, ofFork.coverage(), ofIteration.coverage(), ofFork.width()));
      double least = samples.skewed() ? LEAST_SKEWED : LEAST_SYMMETRIC;
      assertThat(ofFork.coverage()).as("median fork, %d forks", forks).isGreaterThan(least);
      assertThat(ofIteration.coverage())
          .as("median iteration, %d forks", forks)
          .isGreaterThan(least);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNinetyFivePercentIntervalHoldsTheRatioOfAlikeArms(SyntheticSamples samples) {
    for (int forks : FORKS) {
      Tally tally = new Tally();
      int alarms = 0;
      Random random = new Random(100 + forks);
      for (int draw = 0; draw < DRAWS; draw++) {
        MedianRatio ratio = ratio(samples, samples, 1, forks, random);
        tally.add(ratio.ratio(), 1);
        alarms += ratio.pValue() <= 0.05 ? 1 : 0;
      }
      RATIOS.add(
          row(samples.words(), forks, tally.coverage(), alarms / (double) DRAWS, tally.width()));
      double least = samples.skewed() ? LEAST_SKEWED : LEAST_SYMMETRIC;
      assertThat(tally.coverage()).as("%d forks", forks).isGreaterThan(least);
      assertThat(alarms / (double) DRAWS)
          .as("false alarms at %d forks", forks)
          .isLessThan(MOST_FALSE_ALARMS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void armsOfDifferentShapesDoNotFoolTheRatio(SyntheticSamples samples) {
    double truth = 30 * samples.medianFork();
    for (int forks : FORKS) {
      Tally tally = new Tally();
      Random random = new Random(200 + forks);
      for (int draw = 0; draw < DRAWS; draw++) {
        tally.add(
            ratio(SyntheticSamples.SYMMETRIC_FORKS, samples, 30, forks, random).ratio(), truth);
      }
      RATIOS.add(
          row(
              "symmetric, fork effects : 30 × " + samples.words(),
              forks,
              tally.coverage(),
              Double.NaN,
              tally.width() / truth));
      assertThat(tally.coverage()).as("%d forks", forks).isGreaterThan(LEAST_SYMMETRIC);
    }
  }

  @Test
  void unequalNumbersOfForksDoNotFoolTheRatio() {
    Tally tally = new Tally();
    Random random = new Random(3);
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] few = SampleMedian.ofEach(SyntheticSamples.SYMMETRIC_FORKS.draw(5, random));
      double[] many = SampleMedian.ofEach(SyntheticSamples.SYMMETRIC_FORKS.draw(20, random));
      tally.add(MedianRatio.of(few, many).ratio(), 1);
    }
    assertThat(tally.coverage()).isGreaterThan(LEAST_SYMMETRIC);
  }

  /** The reason why neither the percentile bootstrap nor Student's interval is used. */
  @ParameterizedTest
  @EnumSource(names = {"SYMMETRIC", "SYMMETRIC_FORKS", "EXPONENTIAL_FORKS", "SLOW_FORKS"})
  void otherMethodsCoverLessOrFarMore(SyntheticSamples samples) {
    double truth = samples.medianFork();
    for (int forks : new int[] {5, 20}) {
      Tally student = new Tally();
      Tally bootstrap = new Tally();
      Random random = new Random(300 + forks);
      int draws = forks == 5 ? DRAWS : DRAWS / 4;
      for (int draw = 0; draw < draws; draw++) {
        double[][] drawn = samples.draw(forks, random);
        student.add(studentOnLogarithms(SampleMedian.ofEach(drawn)), truth);
        bootstrap.add(percentileBootstrap(drawn, draw), truth);
      }
      OTHERS.add(
          "| "
              + samples.words()
              + " | "
              + forks
              + " | "
              + cells(student.coverage(), student.width())
              + cells(bootstrap.coverage(), bootstrap.width()));
      if (forks == 5 && samples == SyntheticSamples.SYMMETRIC_FORKS) {
        assertThat(bootstrap.coverage()).isLessThan(LEAST_SYMMETRIC);
      }
      if (forks == 20 && samples == SyntheticSamples.SLOW_FORKS) {
        assertThat(student.coverage()).isLessThan(LEAST_SKEWED);
      }
    }
  }

  /** The hardest of a family's tests is that of the smallest of its p values. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  void theSmallestVisibleDifferenceIsSeenFourTimesInFive(int comparisons) {
    for (int forks : FORKS) {
      Random random = new Random(400 + forks);
      double visible = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        visible +=
            ratio(
                    SyntheticSamples.SYMMETRIC_FORKS,
                    SyntheticSamples.SYMMETRIC_FORKS,
                    1,
                    forks,
                    random)
                .smallestVisible(comparisons);
      }
      double difference = visible / DRAWS;
      int seen = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        MedianRatio ratio =
            ratio(
                SyntheticSamples.SYMMETRIC_FORKS,
                SyntheticSamples.SYMMETRIC_FORKS,
                1 + difference,
                forks,
                random);
        seen += comparisons * ratio.pValue() <= 0.05 ? 1 : 0;
      }
      assertThat(seen / (double) DRAWS).as("%d forks", forks).isBetween(0.72, 0.92);
    }
  }

  @AfterAll
  static void writeTable() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| distribution | forks | covers the median fork | covers the median iteration | width |");
    lines.add("| --- | --- | --- | --- | --- |");
    lines.addAll(MEDIANS);
    lines.add("");
    lines.add("| arms | forks | covers the ratio | false alarms | width |");
    lines.add("| --- | --- | --- | --- | --- |");
    lines.addAll(RATIOS);
    lines.add("");
    lines.add(
        "| distribution | forks | Student's t on logarithms: covers | width | two-level percentile"
            + " bootstrap: covers | width |");
    lines.add("| --- | --- | --- | --- | --- | --- |");
    lines.addAll(OTHERS);
    Files.write(Files.createDirectories(Path.of("target")).resolve("coverage.md"), lines);
  }

  private static final class Tally {
    private int draws;
    private int held;
    private double widths;

    void add(Interval interval, double truth) {
      draws++;
      held += interval.contains(truth) ? 1 : 0;
      widths += interval.width();
    }

    double coverage() {
      return held / (double) draws;
    }

    double width() {
      return widths / draws;
    }
  }

  private static MedianRatio ratio(
      SyntheticSamples one, SyntheticSamples other, double factor, int forks, Random random) {
    double[] denominator = SampleMedian.ofEach(one.draw(forks, random));
    double[] numerator = SampleMedian.ofEach(other.draw(forks, random));
    return MedianRatio.of(denominator, Arrays.stream(numerator).map(v -> factor * v).toArray());
  }

  private static Interval studentOnLogarithms(double[] values) {
    double[] logs = Arrays.stream(values).map(Math::log).toArray();
    double mean = Mean.of(logs).getAsDouble();
    double reach =
        Student.reach(logs.length - 1)
            * StandardDeviation.of(logs).getAsDouble()
            / Math.sqrt(logs.length);
    return new Interval(Math.exp(mean), Math.exp(mean - reach), Math.exp(mean + reach));
  }

  private static Interval percentileBootstrap(double[][] forks, long seed) {
    TwoLevelBootstrap bootstrap = new TwoLevelBootstrap(seed);
    double[] medians = new double[200];
    Arrays.setAll(medians, i -> bootstrap.pooledMedian(forks));
    double[] ends = Quantile.withDefaults().evaluate(medians, 0.025, 0.975);
    return new Interval(SampleMedian.of(medians), ends[0], ends[1]);
  }

  private static String row(String words, int forks, double coverage, double second, double width) {
    return "| "
        + words
        + " | "
        + forks
        + " | "
        + percent(coverage)
        + " | "
        + (Double.isNaN(second) ? "" : percent(second))
        + " | "
        + number(width)
        + " |";
  }

  private static String cells(double coverage, double width) {
    return percent(coverage) + " | " + number(width) + " | ";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
