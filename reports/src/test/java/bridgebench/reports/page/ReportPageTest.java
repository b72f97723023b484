package bridgebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.Trust;
import bridgebench.scenarios.run.TrustLevel;
import bridgebench.scenarios.run.TrustReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>&\"'";

  private static final RunAnalysis EVERYTHING = RunAnalysis.of(SyntheticRuns.everything(7));
  private static final String PAGE = new ReportPage().render(EVERYTHING);

  @Test
  void findingsStandBeforeEverythingElseAndLinkToTheirCharts() {
    int findings = PAGE.indexOf("id=\"findings\"");
    assertThat(findings).isPositive().isLessThan(PAGE.indexOf("<figure"));
    Matcher link = Pattern.compile("<p class=\"small\"><a href=\"#([^\"]+)\"").matcher(PAGE);
    int links = 0;
    while (link.find()) {
      links++;
      assertThat(PAGE).contains("<figure id=\"" + link.group(1) + "\"");
    }
    assertThat(links).isEqualTo(EVERYTHING.questions().size());
  }

  @Test
  void theTrustBadgeStandsAboveTheFindingsWithAWordAShapeReasonsAndRemedies() {
    TrustReason reason =
        new TrustReason(TrustLevel.RED, "steal", "Stolen: 9 %.", "Buy <cores>.", 5, 5, 0.09);
    String page = new ReportPage().render(trusting(new Trust(TrustLevel.RED, List.of(reason))));
    assertThat(badge(page))
        .contains("<strong>Trust: red.</strong>")
        .contains("<svg class=\"shape\"")
        .contains("Stolen: 9\u00a0%.")
        .contains("Buy &lt;cores&gt;.");
    assertThat(badge(PAGE)).contains("<strong>Trust: green.</strong>");
  }

  @Test
  void everyLevelOfTrustHasAShapeOfItsOwn() {
    List<String> shapes = new ArrayList<>();
    for (TrustLevel level : TrustLevel.values()) {
      String badge = badge(new ReportPage().render(trusting(new Trust(level, List.of()))));
      shapes.add(match(badge, "(?s)<svg class=\"shape\".*?>(.*)</svg>"));
    }
    assertThat(shapes).hasSize(4).doesNotHaveDuplicates();
  }

  private static String badge(String page) {
    return page.substring(page.indexOf("<div class=\"trust "), page.indexOf("<main"));
  }

  private static RunAnalysis trusting(Trust trust) {
    return new RunAnalysis(
        EVERYTHING.statisticsVersion(),
        EVERYTHING.facts(),
        EVERYTHING.arms(),
        EVERYTHING.questions(),
        trust,
        EVERYTHING.journal());
  }

  @Test
  void everyScenarioIsInTheTableOfAll() {
    String table = PAGE.substring(PAGE.indexOf("id=\"all-scenarios\""));
    table = table.substring(0, table.indexOf("</table>")).replace("<wbr>", "");
    for (var arm : EVERYTHING.arms()) {
      assertThat(table).contains(arm.id());
    }
  }

  @Test
  void failuresAreShownWithTheirErrorAndTraceback() {
    String failures = PAGE.substring(PAGE.indexOf("<section id=\"failures\""));
    assertThat(failures)
        .contains("5 of 5 forks failed, python-exception")
        .contains("1 of 5 forks failed, python-exception")
        .contains("Traceback (most recent call last):")
        .contains("expected a &lt;number&gt;");
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(PAGE).doesNotContainPattern("(src|href)=\"(?!#|data:)");
    assertThat(PAGE).doesNotContain("url(http").doesNotContain("@import").doesNotContain("//www");
    assertThat(PAGE).doesNotContainPattern("<[^>]+ style=");
    assertThat(PAGE).doesNotContainPattern("<[^>]+ on[a-z]+=");
  }

  @Test
  void thePolicyAllowsExactlyTheStyleAndScriptOfThePage() throws Exception {
    String policy = match(PAGE, "Content-Security-Policy\" content=\"([^\"]+)\"");
    String style = match(PAGE, "(?s)<style>(.*?)</style>");
    String script = match(PAGE, "(?s)<script>(.*?)</script>");
    assertThat(policy.replace("&#39;", "'"))
        .startsWith("default-src 'none'")
        .contains("style-src 'sha256-" + sha256(style) + "'")
        .contains("script-src 'sha256-" + sha256(script) + "'")
        .doesNotContain("unsafe")
        .doesNotContain("http");
  }

  @Test
  void idsAreUnique() {
    Matcher id = Pattern.compile("<[a-z][^>]* id=\"([^\"]+)\"").matcher(PAGE);
    List<String> ids = new ArrayList<>();
    while (id.find()) {
      ids.add(id.group(1));
    }
    assertThat(ids).hasSizeGreaterThan(30).doesNotHaveDuplicates();
  }

  @Test
  void theSameRunGivesTheSameBytesInAnyLocaleAndZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
      assertThat(new ReportPage().render(EVERYTHING)).isEqualTo(PAGE);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void withoutFontsThePageStillComesWithTables() {
    String page = new ReportPage(Optional.empty(), ReportOptions.DEFAULT).render(EVERYTHING);
    assertThat(page)
        .contains("Charts could not be drawn")
        .doesNotContain("<svg class=\"wide\"")
        .contains("<figure id=\"q1-bars\">");
    String figure = page.substring(page.indexOf("<figure id=\"q1-bars\">"));
    assertThat(figure.substring(0, figure.indexOf("</figure>"))).contains("<table");
  }

  @Test
  void aServiceLevelIsALineInEveryLatencyChart() {
    String page = new ReportPage(new ReportOptions(OptionalDouble.of(250_000))).render(EVERYTHING);
    int charts = page.split("<figure id=\"q\\d+-latency", -1).length - 1;
    assertThat(charts).isPositive();
    assertThat(page.split(">service level 250 µs</text>", -1)).hasSize(2 * charts + 1);
  }

  @Test
  void hostileNamesStayText() {
    var suite =
        SyntheticSuites.suite(HOSTILE, HOSTILE, SyntheticSuites.modes(SyntheticSuites.timing(2)));
    Environment environment = new Environment(new TreeMap<>(Map.of("cpu.model", HOSTILE)));
    String page =
        new ReportPage()
            .render(RunAnalysis.of(SyntheticRuns.of(suite, 3).environment(environment).journal()));
    assertThat(page).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt;");
    assertThat(Pattern.compile("</script>").matcher(page).results().count()).isEqualTo(1);
  }

  @Test
  void rawDataIsInThePageWhole() throws IOException {
    String csv = unpacked("samples.csv");
    long iterations =
        EVERYTHING.arms().stream()
            .flatMap(arm -> arm.forks().stream())
            .mapToLong(fork -> fork.warmupNanos().size() + fork.measurementNanos().size())
            .sum();
    assertThat(csv.lines()).hasSize((int) iterations + 1);
    assertThat(csv).startsWith("scenario,fork,phase,iteration,nanosPerOperation\n");
    assertThat(unpacked("noise.csv"))
        .startsWith("scenario,fork,sequence,fact,value\n")
        .contains(",foreignCpuNanos,");
    assertThat(unpacked("figures.json")).contains("\"rowsPerSecond\"").contains("\"environment\"");
  }

  @Test
  void anInterruptedRunSaysSo() {
    var suite = SyntheticSuites.everything(5);
    String page =
        new ReportPage()
            .render(RunAnalysis.of(SyntheticRuns.of(suite, 3).interruptedAfter(40).journal()));
    assertThat(page)
        .contains("The run is interrupted")
        .contains("Not run: the run ended before its first fork.");
  }

  @Test
  void twoHundredScenariosFitInFiveMegabytesAndFortyCharts(@TempDir Path folder)
      throws IOException {
    Path html = folder.resolve("report.html");
    new ReportPage().write(RunAnalysis.of(SyntheticRuns.large(200, 3)), html);
    assertThat(Files.size(html)).isLessThan(5_000_000);
    String page = Files.readString(html);
    assertThat(Pattern.compile("<figure ").matcher(page).results().count()).isBetween(1L, 40L);
    assertThat(folder.toFile().list()).containsExactly("report.html");
  }

  @Test
  void aFolderThatIsNotThereIsNamed(@TempDir Path folder) {
    Path html = folder.resolve("missing").resolve("report.html");
    assertThatThrownBy(() -> new ReportPage().write(EVERYTHING, html))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(html.toString());
  }

  private static String unpacked(String name) throws IOException {
    String address =
        match(
            PAGE,
            "download=\"[^\"]*" + name + "\\.gz\" href=\"data:application/gzip;base64,([^\"]+)\"");
    byte[] packed = Base64.getDecoder().decode(address.replace("&#43;", "+"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String match(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static String sha256(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }
}
