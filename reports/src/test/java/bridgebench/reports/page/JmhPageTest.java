package bridgebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.compare.JmhFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMH's own result files, of any project, become a page. */
class JmhPageTest {

  @TempDir Path folder;

  @Test
  void benchmarksOfAnotherProjectBecomeBarsWithMediansOverForks() throws IOException {
    String page =
        page(
            entry("org.other.Codec.encode", "thrpt", "64", "ops/ms", "[[10,12],[14,16],[90,90]]"),
            entry("org.other.Codec.encode", "thrpt", "4096", "ops/ms", "[[1,1],[2,2],[3,3]]"),
            entry("org.other.Codec.parse", "avgt", "64", "us/op", "[[7.5,7.5],[8.5,8.5]]"));

    assertThat(page)
        .contains("<h1>result.json</h1>")
        .contains("org.other.Codec, Operations per second")
        .contains("org.other.Codec, Time per operation")
        .contains("Medians go from 2 k/s, encode with size 4096, to 15 k/s, encode with size 64")
        .contains("parse has a median of 8 µs")
        .contains("<svg class=\"wide\"")
        .contains("Every benchmark ran in fewer than 5 forks")
        .contains("1.37");
  }

  @Test
  void oneForkHasNoInterval() throws IOException {
    String page = page(entry("a.B.c", "avgt", "1", "ns/op", "[[5,5]]"));

    assertThat(page)
        .contains("one fork each, so without intervals")
        .contains("a.B.c (avgt) {size=1}")
        .doesNotContain(">5–5 ns<");
  }

  @Test
  void aBenchmarkWithoutRawValuesSaysSo() throws IOException {
    String page =
        page(
            entry("a.B.c", "avgt", "1", "ns/op", "[[\"NaN\"]]"),
            entry("a.B.d", "avgt", "1", "ns/op", "[[5,5],[6,6]]"));

    assertThat(page).contains("has no positive raw values in the file").contains("a.B.d");
  }

  @Test
  void benchmarksOfOneClassMayEachHaveAUnitOfTheirOwn() throws IOException {
    String page =
        page(
            entry("a.B.x", "avgt", "1", "us/op", "[[8,8],[8,8]]"),
            entry("a.B.y", "avgt", "1", "ms/op", "[[2,2],[2,2]]"));

    assertThat(page).contains("Medians go from 8 µs, x, to 2 ms, y");
  }

  @Test
  void anUnknownUnitStaysAsItIs() throws IOException {
    assertThat(page(entry("a.B.c", "avgt", "1", "furlongs", "[[5,5],[6,6]]")))
        .contains("furlongs, median over forks");
  }

  @Test
  void namesOfAnotherProjectStayText() throws IOException {
    String page = page(entry("a.B.c", "avgt", "<img src=x>", "ns/op", "[[5,5],[6,6]]"));

    assertThat(page).doesNotContain("<img").contains("&lt;img src=x&gt;");
  }

  @Test
  void groupsBeyondTheMostChartsOfAPageAreCounted() throws IOException {
    assertThat(page(classes(40))).contains("id=\"g40\"").doesNotContain("no chart, because");
    assertThat(page(classes(43)))
        .contains("id=\"g40\"")
        .doesNotContain("id=\"g41\"")
        .contains("3 more groups of benchmarks have no chart, because a page draws at most 40")
        .contains("a.B42.c (avgt) {size=1}");
  }

  private static String[] classes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> entry("a.B" + i + ".c", "avgt", "1", "ns/op", "[[5,5],[6,6]]"))
        .toArray(String[]::new);
  }

  @Test
  void withoutFontsThePageHasTables() throws IOException {
    JmhFile file = JmhFile.read(file(entry("a.B.c", "avgt", "1", "ns/op", "[[5,5],[6,6]]")));

    assertThat(new JmhPage(Optional.empty()).render(file))
        .doesNotContain("<svg class=\"wide\"")
        .contains("<figure id=\"g1-bars\">");
  }

  private String page(String... entries) throws IOException {
    Path html = folder.resolve("result.html");
    JmhPage.write(JmhFile.read(file(entries)), html);
    return Files.readString(html);
  }

  private Path file(String... entries) throws IOException {
    return Files.writeString(folder.resolve("result.json"), "[" + String.join(",", entries) + "]");
  }

  private static String entry(String name, String mode, String size, String unit, String raw) {
    return """
        {"jmhVersion": "1.37", "benchmark": "%s", "mode": "%s", "threads": 1,
         "jdkVersion": "17.0.9", "params": {"size": "%s"},
         "primaryMetric": {"score": 1.0, "scoreError": "NaN", "scoreUnit": "%s", "rawData": %s}}
        """
        .formatted(name, mode, size, unit, raw);
  }
}
