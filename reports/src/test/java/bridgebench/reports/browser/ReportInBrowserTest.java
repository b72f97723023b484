package bridgebench.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.page.SyntheticReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The report of a synthetic run, as a reader's browser shows it. */
@Tag("browser")
class ReportInBrowserTest {

  private static final String COLUMN_BUTTON = "#all-scenarios thead th:nth-child(%d) button";

  private static HeadlessChromium browser;
  private static Path html;

  @TempDir static Path folder;

  @BeforeAll
  static void openTheReport() throws Exception {
    String missing =
        "/usr/bin/chromium or /usr/bin/chromedriver is missing;"
            + " apt-get install chromium chromium-driver";
    // Continuous integration that skips what it was set up for would look like success.
    if ("true".equals(System.getenv("CI"))) {
      assertThat(HeadlessChromium.isInstalled()).as(missing).isTrue();
    }
    Assumptions.assumeTrue(HeadlessChromium.isInstalled(), "skipped: " + missing);
    SyntheticReport.write(folder);
    html = folder.resolve("report-synthetic.html");
    browser = new HeadlessChromium(folder.resolve("profile"));
  }

  @AfterAll
  static void closeTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void freshPage() {
    browser.scripts(true);
    browser.media("screen", "light");
    browser.screen(1440, 900);
    browser.consoleMessages();
    browser.requests();
    browser.open(html);
  }

  @Test
  void theConsoleStaysEmptyAndNothingElseIsAskedFor() {
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertThat(browser.consoleMessages()).isEmpty();
    assertThat(browser.requests()).containsExactly(html.toUri().toString());
  }

  @Test
  void thePolicyStopsWhatThePageDoesNotBring() {
    browser.run(
        "const s = document.createElement('script'); s.textContent = 'window.intruder = 1';"
            + " document.body.append(s);");
    assertThat(browser.run("return window.intruder === undefined")).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void axeFindsNothing(String scheme) {
    browser.media("screen", scheme);
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertThat(browser.axeViolations()).isEmpty();
  }

  @Test
  void axeFindsNothingOnAPhone() {
    browser.screen(360, 780);
    assertThat(browser.axeViolations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1440})
  void nothingOverflows(int width) {
    browser.screen(width, 900);
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    Object overflowing =
        browser.run(
            """
            const wide = document.documentElement.clientWidth;
            const out = [];
            if (document.documentElement.scrollWidth > wide) out.push('the page');
            for (const e of document.querySelectorAll('body *')) {
              if (e.closest('.vh, .skip') || e.parentElement.closest('.scroll, pre')) continue;
              const box = e.getBoundingClientRect();
              if (box.width > 0 && (box.right > wide + 0.5 || box.left < -0.5)) {
                out.push(e.tagName + ' ' + e.textContent.trim().slice(0, 60));
              }
            }
            return out;
            """);
    assertThat((List<?>) overflowing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1440})
  void eachChartIsDrawnOnceAndItsTextIsLargeEnough(int width) {
    browser.screen(width, 900);
    Object small =
        browser.run(
            """
            const out = [];
            for (const figure of document.querySelectorAll('figure')) {
              const shown = [...figure.querySelectorAll('svg.wide, svg.narrow')]
                .filter(svg => svg.getBoundingClientRect().width > 0);
              if (shown.length !== 1) out.push(figure.id + ' shows ' + shown.length);
              const svg = shown[0];
              const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
              const size = Math.min(...[...svg.querySelectorAll('text')]
                .map(text => parseFloat(text.getAttribute('font-size')))) * scale;
              if (size < 11) out.push(figure.id + ' has text of ' + size + ' px');
            }
            return out;
            """);
    assertThat((List<?>) small).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "driver-synthetic.html",
        "compare-synthetic.html",
        "index-synthetic.html",
        "jmh-synthetic.html"
      })
  void theOtherPagesAreAsQuietAndAsAccessible(String name) {
    browser.consoleMessages();
    browser.requests();
    Path page = folder.resolve(name);
    browser.open(page);
    assertThat(browser.axeViolations()).isEmpty();
    browser.media("screen", "dark");
    assertThat(browser.axeViolations()).isEmpty();
    browser.screen(360, 780);
    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(360L);
    assertThat(browser.consoleMessages()).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
  }

  @Test
  void aClickSortsByTheColumnAndAnotherTurnsItRound() {
    WebElement button = browser.element(String.format(COLUMN_BUTTON, 3));
    button.click();
    assertThat(sortKeys(3)).isSorted();
    assertThat(sorting(3)).isEqualTo("ascending");
    button.click();
    assertThat(sortKeys(3)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(sorting(3)).isEqualTo("descending");
  }

  @Test
  void theKeyboardSortsToo() {
    WebElement button = browser.element(String.format(COLUMN_BUTTON, 6));
    button.sendKeys(Keys.ENTER);
    assertThat(sortKeys(6)).isSorted();
    assertThat(browser.run("return document.activeElement.textContent")).isEqualTo("Forks");
  }

  @Test
  void theFilterShowsOnlyWhatContainsItsWords() {
    browser.element(".tools input").sendKeys("arrow-pandas unix");
    Object wrong =
        browser.run(
            "return [...document.querySelectorAll('#all-scenarios tbody tr:not([hidden])')]"
                + ".filter(r => !r.textContent.includes('arrow-pandas')).length");
    assertThat(wrong).isEqualTo(0L);
    assertThat(browser.element(".tools [role=status]").getText()).matches("\\d+ of 57");
  }

  @Test
  void theCommandIsCopied() {
    browser.element("button.copy").click();
    assertThat(soon(() -> browser.element("button.copy").getText().equals("Copied"))).isTrue();
  }

  @Test
  void rawDataIsSavedUnpacked() throws IOException {
    Path downloads = Files.createDirectories(folder.resolve("downloads"));
    browser.saveDownloadsTo(downloads);
    browser.element("a[download$='samples.csv.gz']").click();
    Path csv = downloads.resolve("20261122-120000-quick-samples.csv");
    assertThat(soon(() -> Files.exists(csv))).isTrue();
    assertThat(Files.readAllLines(csv).get(0))
        .isEqualTo("scenario,fork,phase,iteration,nanosPerOperation");
  }

  @Test
  void withoutScriptsEverythingCanStillBeRead() {
    browser.scripts(false);
    browser.open(html);
    assertThat(browser.element("#findings .finding").isDisplayed()).isTrue();
    assertThat(browser.element("figure svg.wide").isDisplayed()).isTrue();
    assertThat(browser.element("#all-scenarios tbody tr").isDisplayed()).isTrue();
    assertThat(browser.element("a[download$='samples.csv.gz']").getText()).contains("gzip");
    WebElement details = browser.element("figure details summary");
    details.click();
    assertThat(browser.element("figure details p").isDisplayed()).isTrue();
  }

  @Test
  void onPaperEveryChartFitsOnOnePage() {
    browser.media("print", "dark");
    // A4 less the margins of the page's print style, in CSS px.
    browser.screen(680, 998);
    Object cut =
        browser.run(
            """
            const out = [];
            for (const figure of document.querySelectorAll('figure')) {
              const box = figure.getBoundingClientRect();
              const svg = figure.querySelector('svg.wide').getBoundingClientRect();
              if (svg.width === 0) out.push(figure.id + ' is not drawn');
              if (box.height > 998) out.push(figure.id + ' is ' + box.height + ' px high');
              if (getComputedStyle(figure).breakInside !== 'avoid') out.push(figure.id + ' breaks');
              if (svg.right > 680.5) out.push(figure.id + ' is cut at the right');
            }
            return out;
            """);
    assertThat((List<?>) cut).isEmpty();
    assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
    byte[] pdf = browser.pdf();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  private static List<Double> sortKeys(int column) {
    Object keys =
        browser.run(
            "return [...document.querySelectorAll('#all-scenarios tbody tr')].map(r => r.cells["
                + (column - 1)
                + "].dataset.k).filter(k => k !== undefined).map(k => Number(k))"
                + ".map(k => Number.isFinite(k) ? k : -1)");
    return ((List<?>) keys)
        .stream().map(key -> ((Number) Objects.requireNonNull(key)).doubleValue()).toList();
  }

  private static Object sorting(int column) {
    return browser.run(
        "return document.querySelector('#all-scenarios thead th:nth-child("
            + column
            + ")').getAttribute('aria-sort')");
  }

  /** Waits for what the browser does in its own time. */
  private static boolean soon(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(50_000_000);
    }
    return true;
  }
}
