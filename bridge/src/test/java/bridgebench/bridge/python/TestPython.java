package bridgebench.bridge.python;

import java.nio.file.Path;

/**
 * The Python side that tests start: the interpreter in the system property {@code
 * bridgebench.python} when it has the packages, else the cached environment made with it.
 */
public final class TestPython {
  private TestPython() {}

  /** Ready to start a worker with; made at most once, also across parallel builds. */
  public static PythonLaunch launch() {
    return Holder.LAUNCH;
  }

  private static final class Holder {
    static final PythonLaunch LAUNCH = find();

    private static PythonLaunch find() {
      Path base = Path.of(System.getProperty("bridgebench.python", "python3"));
      PythonReport report = PythonProbe.probe(base);
      Path interpreter =
          report.usable()
              ? report.interpreter()
              : VirtualEnvironment.ensure(base, line -> System.err.println("[python] " + line));
      return new PythonLaunch(interpreter, PythonPackage.extract());
    }
  }
}
