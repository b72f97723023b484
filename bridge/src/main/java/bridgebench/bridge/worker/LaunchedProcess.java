package bridgebench.bridge.worker;

import bridgebench.bridge.python.CleanEnvironment;
import bridgebench.bridge.python.PythonLaunch;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Python interpreter that runs one module of the package. */
final class LaunchedProcess implements PythonProcess {

  private final Process process;
  private final StderrTail stderr;

  private LaunchedProcess(Process process) {
    this.process = process;
    this.stderr = StderrTail.of(process);
  }

  /**
   * Starts {@code interpreter -m module}.
   *
   * @param stdoutIsRead whether we read its stdout; what nobody reads is discarded, so that a print
   *     during start-up cannot block it
   */
  static LaunchedProcess start(PythonLaunch python, String module, boolean stdoutIsRead)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(python.interpreter().toString(), "-m", module));
    builder.redirectOutput(stdoutIsRead ? Redirect.PIPE : Redirect.DISCARD);
    setEnvironment(builder.environment(), python);
    return new LaunchedProcess(builder.start());
  }

  /**
   * Removes what would change the interpreter. How many threads libraries take is Python's affair.
   */
  static void setEnvironment(Map<String, String> environment, PythonLaunch python) {
    CleanEnvironment.clean(environment);
    environment.put("PYTHONPATH", python.pythonPath().toString());
    environment.put("PYTHONUNBUFFERED", "1");
    environment.put("PYTHONIOENCODING", "utf-8");
  }

  Process process() {
    return process;
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public ProcessGroup group() {
    return new ProcessGroup(process.toHandle());
  }

  @Override
  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public boolean awaitEnd(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String ending() {
    return process.isAlive() ? "still running" : ExitStatus.describe(process.exitValue());
  }

  @Override
  public StderrTail stderr() {
    return stderr;
  }

  @Override
  public void closeStdin() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // What was buffered could not be delivered: the process is gone.
    }
  }
}
