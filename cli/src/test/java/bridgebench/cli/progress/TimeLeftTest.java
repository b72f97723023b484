package bridgebench.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
  @Test
  void precisionShrinksAsTimeGrows() {
    assertThat(TimeLeft.text(Duration.ofMillis(45_900))).isEqualTo("45 s");
    assertThat(TimeLeft.text(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
    assertThat(TimeLeft.text(Duration.ofSeconds(3_900))).isEqualTo("1 h 5 min");
    assertThat(TimeLeft.text(Duration.ofSeconds(-5))).isEqualTo("0 s");
  }
}
