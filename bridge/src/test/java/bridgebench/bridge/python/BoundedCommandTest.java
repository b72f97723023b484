package bridgebench.bridge.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedCommandTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  // Of this test alone: another's process is nothing that was left behind here.
  private final String nap =
      "sleep " + ThreadLocalRandom.current().nextInt(10_000, Integer.MAX_VALUE);

  @ParameterizedTest
  @ValueSource(strings = {"NAP &", "setsid NAP &", "(NAP &);"})
  void aProcessThatACommandLeavesBehindKeepsNobodyWaitingAndIsEnded(String leaves)
      throws Exception {
    long begin = System.nanoTime();
    BoundedCommand.Output output =
        run("echo one; echo two >&2; " + leaves.replace("NAP", nap) + " exit 3", PATIENCE)
            .orElseThrow();
    assertThat(output).isEqualTo(new BoundedCommand.Output(3, "one\n", "two\n"));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE.dividedBy(2));
    assertThat(sleepers()).isZero();
  }

  @Test
  void aProcessThatCannotBeKnownAtFirstIsEndedToo(@TempDir Path folder) throws Exception {
    String late =
        "env -i sh -c \"touch %1$s; sleep 0.3; exec env BRIDGEBENCH_COMMAND=$BRIDGEBENCH_COMMAND"
            + " %2$s\" & until [ -e %1$s ]; do sleep 0.01; done; exit 3";
    BoundedCommand.Output output =
        run(String.format(late, folder.resolve("unknown"), nap), PATIENCE).orElseThrow();
    assertThat(output).isEqualTo(new BoundedCommand.Output(3, "", ""));
    assertThat(sleepers()).isZero();
  }

  @Test
  void whoIsInterruptedWhileSomebodyHoldsTheOutputIsTold(@TempDir Path folder) throws Exception {
    Thread caller = Thread.currentThread();
    ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    try {
      later.schedule(caller::interrupt, 300, TimeUnit.MILLISECONDS);
      String unknown =
          "env -i sh -c \"touch %1$s; exec sleep 3\" & until [ -e %1$s ]; do sleep 0.01; done; exit 0";
      assertThatThrownBy(() -> run(String.format(unknown, folder.resolve("unknown")), PATIENCE))
          .isInstanceOf(InterruptedException.class);
    } finally {
      later.shutdownNow();
    }
  }

  @Test
  void aCommandThatMissesItsDeadlineIsEndedWithAllThatItStarted() throws Exception {
    assertThat(run("setsid " + nap + " & " + nap, Duration.ofMillis(300))).isEmpty();
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

  private long sleepers() throws InterruptedException {
    Thread.sleep(200);
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(nap))
        .count();
  }
}
