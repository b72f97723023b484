package bridgebench.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Resolution;
import bridgebench.scenarios.model.Scenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Scenario SCENARIO =
      Resolution.scenario(Map.of(Axis.MODE, "arrow"), Path.of(""));

  private final StringWriter shown = new StringWriter();
  private final PrintWriter err = new PrintWriter(shown, true);

  @Test
  void plainLineNamesForkScenarioAndTimeLeft() {
    PlainLines lines = new PlainLines(err);
    lines.forkStarted(SCENARIO, 2, 48, Duration.ofSeconds(200));
    lines.message("something to know");

    assertThat(shown.toString().lines())
        .containsExactly(
            "[3/48] " + SCENARIO.id() + ", about 3 min 20 s left", "something to know");
    assertThat(shown.toString()).doesNotContain("\r", "\u001b");
  }

  @Test
  void barKeepsToItsColumnsAndMessagesStayReadable() {
    BarOnTerminal bar = new BarOnTerminal(err, 60);
    bar.forkStarted(SCENARIO, 0, 4, Duration.ofSeconds(65));
    bar.message("something to know");
    bar.close();

    assertThat(shown.toString()).contains("1 min 5 s left").contains("something to know\n");
    assertThat(shown.toString().split("\r\u001b\\[K|\n"))
        .allSatisfy(line -> assertThat(line.length()).isLessThan(60));
  }

  @Test
  void dumbTerminalsAndContinuousIntegrationGetPlainLines() {
    assertThat(Terminal.isWatched(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.isWatched(Map.of())).isFalse();
    assertThat(Terminal.isWatched(Map.of("TERM", "xterm", "CI", "true"))).isFalse();
  }
}
