package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.python.TestPython;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program ends without closing its session: by Ctrl-C, or killed. */
class ProgramEndTest {

  private static final Path FUNCTIONS =
      Path.of("src/test/resources/faults/functions.py").toAbsolutePath();

  // A shell lets the jobs that it starts in the background ignore SIGINT, and what they start too.
  private static final String HEEDING_CTRL_C =
      "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
          + " os.execv(sys.argv[1], sys.argv[1:])";
  private static final long DEADLINE_SECONDS = 60;

  @TempDir Path privateRoot;
  private Process program;

  @AfterEach
  void end() {
    program.destroyForcibly();
  }

  @ParameterizedTest
  @CsvSource({"pipe,reuse", "unix,reuse", "tcp,daemon"})
  void afterCtrlCNoProcessAndNoFolderIsLeft(String transport, String start) throws Exception {
    List<ProcessHandle> family = started(transport, start, "plus-one", "done");
    signal("INT");
    assertThat(program.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(Traces.eventually(() -> family.stream().noneMatch(ProcessHandle::isAlive))).isTrue();
    assertThat(privateRoot).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"pipe,reuse", "unix,reuse", "tcp,daemon"})
  void afterAKillNoProcessIsLeft(String transport, String start) throws Exception {
    List<ProcessHandle> family = started(transport, start, "plus-one", "done");
    signal("KILL");
    assertThat(program.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(Traces.eventually(() -> family.stream().noneMatch(ProcessHandle::isAlive))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipe", "unix"})
  void evenAHangingFunctionEndsWithAKilledProgram(String transport) throws Exception {
    List<ProcessHandle> family = started(transport, "reuse", FUNCTIONS + ":hangs", "ready");
    signal("KILL");
    assertThat(program.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(Traces.eventually(() -> family.stream().noneMatch(ProcessHandle::isAlive))).isTrue();
  }

  private List<ProcessHandle> started(
      String transport, String start, String function, String awaited) throws IOException {
    PythonLaunch python = TestPython.launch();
    program =
        new ProcessBuilder(
                python.interpreter().toString(),
                "-I",
                "-c",
                HEEDING_CTRL_C,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                AbandonedSession.class.getName(),
                python.interpreter().toString(),
                python.pythonPath().toString(),
                privateRoot.toString(),
                transport,
                start,
                function)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = program.inputReader(StandardCharsets.UTF_8);
    String line;
    do {
      line = out.readLine();
      assertThat(line).as("the program's output").isNotNull();
    } while (!line.equals(awaited));
    List<ProcessHandle> family = program.descendants().toList();
    assertThat(family).isNotEmpty();
    return family;
  }

  private void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(program.pid())).start().waitFor();
  }
}
