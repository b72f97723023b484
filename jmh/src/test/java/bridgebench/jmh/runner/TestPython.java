package bridgebench.jmh.runner;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.python.PythonPackage;
import bridgebench.bridge.python.VirtualEnvironment;
import java.nio.file.Path;

/** The interpreter that tests start workers with. */
final class TestPython {
  private TestPython() {}

  static PythonLaunch launch() {
    Path base = Path.of(System.getProperty("bridgebench.python", "python3"));
    return new PythonLaunch(VirtualEnvironment.ensure(base, line -> {}), PythonPackage.extract());
  }
}
