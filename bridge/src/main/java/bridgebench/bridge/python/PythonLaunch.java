package bridgebench.bridge.python;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What starts the Python side: {@code interpreter -m bridgebench.worker} with {@code pythonPath} in
 * {@code PYTHONPATH}.
 *
 * @param interpreter an executable of Python 3.10 or newer that has the packages
 * @param pythonPath the folder that holds the {@code bridgebench} package
 */
public record PythonLaunch(Path interpreter, Path pythonPath) {

  /**
   * The user's own interpreter, after it has been probed.
   *
   * @throws PythonSetupException naming every problem of the interpreter and what mends it
   */
  public static PythonLaunch using(Path interpreter) {
    return using(interpreter, Set.of());
  }

  /**
   * The user's own interpreter, probed for what these uses need too.
   *
   * @throws PythonSetupException naming every problem of the interpreter and what mends it
   */
  public static PythonLaunch using(Path interpreter, Set<PythonUse> uses) {
    PythonReport report = PythonProbe.probe(interpreter);
    report.requireUsableFor(uses);
    return new PythonLaunch(report.interpreter(), PythonPackage.extract());
  }

  /**
   * The program's own virtual environment, made on first use.
   *
   * @param progress receives one line per step while the environment is made
   * @throws PythonSetupException when no interpreter can make one, or an installation fails
   */
  public static PythonLaunch ownEnvironment(Consumer<String> progress) {
    return new PythonLaunch(VirtualEnvironment.ensure(progress), PythonPackage.extract());
  }
}
