package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.statistics.Holm;
import bridgebench.reports.statistics.Interval;
import bridgebench.reports.statistics.MedianRatio;
import bridgebench.scenarios.run.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Counts how often a crossover's interval holds the place that is true. The table goes to {@code
 * target/crossing-coverage.md}; docs/statistics.md has a copy.
 */
class CrossingCoverageTest {

  private static final int DRAWS = 2_000;
  private static final double THRESHOLD_PERCENT = 2;
  private static final double[] PLACES = {100, 1_000, 10_000, 100_000};
  private static final List<String> ROWS = new ArrayList<>();

  /** Also where few draws claim a crossing, which are those whose forks chanced to agree. */
  @ParameterizedTest
  @CsvSource({
    "2, 0.1",
    "2, 0.5",
    "2, 2",
    "5, 0.05",
    "5, 0.1",
    "5, 0.5",
    "10, 0.05",
    "10, 0.1",
    "10, 0.5"
  })
  void anIntervalHoldsTheTrueCrossing(int forks, double power) {
    Random random = new Random(Math.round(1_000 * power) + forks);
    int claims = 0;
    int held = 0;
    double widths = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double truth = PLACES[1] * Math.pow(PLACES[2] / PLACES[1], random.nextDouble());
      Optional<Figure> claim = claim(ratios(truth, power, forks, random));
      if (claim.isPresent()) {
        Figure at = claim.get();
        claims++;
        held += at.low() <= truth && truth <= at.high() ? 1 : 0;
        widths += Math.log10(at.high() / at.low());
      }
    }
    ROWS.add(
        String.format(
            Locale.ROOT,
            "| %d | %s | %.1f %% | %.1f %% | %.2f |",
            forks,
            power,
            100.0 * claims / DRAWS,
            100.0 * held / claims,
            widths / claims));
    assertThat(claims).isGreaterThan(DRAWS / 20);
    assertThat((double) held / claims).isGreaterThan(0.93);
  }

  @AfterAll
  static void writeTable() throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "| forks | power | claimed | covers the place | width, decades |",
                "| --- | --- | --- | --- | --- |"));
    lines.addAll(ROWS);
    Files.write(Files.createDirectories(Path.of("target")).resolve("crossing-coverage.md"), lines);
  }

  /** Speeds whose ratio is the power of the place by the true one; 1 fork in 7 is 30 % slower. */
  private static List<MedianRatio> ratios(double truth, double power, int forks, Random random) {
    return Arrays.stream(PLACES)
        .mapToObj(
            place ->
                MedianRatio.of(
                    speeds(1, forks, random),
                    speeds(Math.pow(place / truth, power), forks, random)))
        .toList();
  }

  private static double[] speeds(double level, int forks, Random random) {
    double[] speeds = new double[forks];
    Arrays.setAll(
        speeds,
        fork ->
            level * Math.exp(0.03 * random.nextGaussian()) / (random.nextInt(7) == 0 ? 1.3 : 1));
    return speeds;
  }

  private static Optional<Figure> claim(List<MedianRatio> ratios) {
    double[] family = Holm.adjust(ratios.stream().mapToDouble(MedianRatio::pValue).toArray());
    int from = -1;
    for (int to = 0; to < PLACES.length; to++) {
      int sign = sign(ratios, family[to], to);
      if (sign != 0) {
        if (from >= 0 && sign(ratios, family[from], from) == -sign) {
          List<Interval> bracket =
              ratios.subList(from, to + 1).stream().map(MedianRatio::ratio).toList();
          double[] places = Arrays.copyOfRange(PLACES, from, to + 1);
          return Optional.of(new CrossingPlace(places, bracket).find());
        }
        from = to;
      }
    }
    return Optional.empty();
  }

  private static int sign(List<MedianRatio> ratios, double familyPValue, int place) {
    MedianRatio ratio = ratios.get(place);
    Verdict verdict = VerdictRule.of(ratio, familyPValue, ratios.size(), THRESHOLD_PERCENT, 2);
    return verdict.differs() ? (int) Math.signum(ratio.ratio().estimate() - 1) : 0;
  }
}
