package bridgebench.bridge.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedCommandTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(strings = {"sleep 4243 &", "setsid sleep 4243 &", "(sleep 4243 &);"})
  void aProcessThatACommandLeavesBehindKeepsNobodyWaitingAndIsEnded(String leaves)
      throws Exception {
    long begin = System.nanoTime();
    BoundedCommand.Output output =
        run("echo one; echo two >&2; " + leaves + " exit 3", PATIENCE).orElseThrow();
    assertThat(output).isEqualTo(new BoundedCommand.Output(3, "one\n", "two\n"));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE.dividedBy(2));
    assertThat(sleepers()).isZero();
  }

  @Test
  void aCommandThatMissesItsDeadlineIsEndedWithAllThatItStarted() throws Exception {
    assertThat(run("setsid sleep 4243 & sleep 4243", Duration.ofMillis(300))).isEmpty();
    assertThat(sleepers()).isZero();
  }

  @Test
  void ofALongStderrTheEndIsKept() throws Exception {
    BoundedCommand.Output output =
        run("head -c 1000000 /dev/zero | tr '\\0' x >&2; echo end >&2", PATIENCE).orElseThrow();

    assertThat(output.stderr()).hasSize(64 << 10).endsWith("xend\n");
  }

  @Test
  void whoPrintsWithoutEndIsToldInsteadOfFillingTheHeap() {
    assertThatThrownBy(() -> run("head -c 70000000 /dev/zero", PATIENCE))
        .isInstanceOf(IOException.class)
        .hasMessage("it printed more than 64 MiB to stdout");
  }

  private static Optional<BoundedCommand.Output> run(String script, Duration deadline)
      throws Exception {
    return BoundedCommand.run(new ProcessBuilder("sh", "-c", script), deadline);
  }

  private static long sleepers() throws InterruptedException {
    Thread.sleep(200);
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains("sleep 4243"))
        .count();
  }
}
