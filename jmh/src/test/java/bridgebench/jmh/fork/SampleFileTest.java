package bridgebench.jmh.fork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.jmh.fork.SampleLine.Phase;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.IterationRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {
  private static final IterationRecord RECORD =
      new IterationRecord(
          2,
          30,
          4_000,
          50,
          60,
          7,
          Map.of("python.decode", 8L),
          Map.of("python", 9L),
          Map.of("python", 10L),
          Map.of("python", 11L),
          Map.of("python.peakResident", 12L));
  private static final SampleLine.Session SESSION =
      new SampleLine.Session(Map.of("flush", "buffer"), Map.of("python", "3.11.7"));

  @TempDir Path folder;

  @Test
  void everyLineComesBackAsItWasWritten() throws IOException {
    SampleFile file = new SampleFile(folder.resolve("samples.jsonl"));
    List<SampleLine> lines =
        List.of(
            SESSION,
            new SampleLine.Iteration(
                Phase.MEASUREMENT, RECORD, Map.of("service", "abc"), List.of(5L, 4L), "1f", 99),
            new SampleLine.Failure(new FailureRecord("deadline", "say \"why\"\n", "a\tb")));

    lines.forEach(file::append);

    assertThat(file.read()).isEqualTo(lines);
  }

  @Test
  void aCutLastLineIsLeftOut() throws IOException {
    Path path = folder.resolve("samples.jsonl");
    SampleFile file = new SampleFile(path);
    file.append(SESSION);
    Files.writeString(path, "{\"type\":\"iterat", StandardOpenOption.APPEND);

    assertThat(file.read()).containsExactly(SESSION);
  }

  @Test
  void aLineThatWasCutInsideACharacterIsLeftOut() throws IOException {
    Path path = folder.resolve("samples.jsonl");
    SampleFile file = new SampleFile(path);
    file.append(SESSION);
    byte[] half = "{\"type\":\"failure\",\"failure\":{\"message\":\"é".getBytes(UTF_8);
    Files.write(path, Arrays.copyOf(half, half.length - 1), StandardOpenOption.APPEND);

    assertThat(file.read()).containsExactly(SESSION);
  }

  @Test
  void aForkThatDiedBeforeItsFirstLineLeavesNoSamples() throws IOException {
    assertThat(new SampleFile(folder.resolve("absent")).read()).isEmpty();
  }

  @Test
  void aHistogramKeepsItsCountsThroughText() {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(5_000_000, 7);
    histogram.recordValue(60_000_000_000L);

    assertThat(HistogramText.decode(HistogramText.encode(histogram))).isEqualTo(histogram);
  }
}
