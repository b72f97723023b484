package bridgebench.jmh.runner;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The jars that this program and its forks consist of, as they were when the run began. Each fork
 * loads them anew: once a build has replaced one, forks would measure another program under the
 * same name.
 */
final class ProgramJars {
  private final List<JarState> atStart;

  private ProgramJars(List<JarState> atStart) {
    this.atStart = atStart;
  }

  static ProgramJars ofThisProgram() throws IOException {
    return of(System.getProperty("java.class.path"));
  }

  /** The jars of a class path; its folders are not watched. */
  static ProgramJars of(String classPath) throws IOException {
    List<JarState> jars = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (Files.isRegularFile(Path.of(entry))) {
        jars.add(JarState.of(Path.of(entry)));
      }
    }
    return new ProgramJars(jars);
  }

  /**
   * Lets the run go on only with the program that it began with.
   *
   * @throws ProgramReplacedException when a jar has changed
   */
  void requireUnchanged() throws ProgramReplacedException {
    for (JarState jar : atStart) {
      if (jar.isOutdated()) {
        throw new ProgramReplacedException(jar.jar());
      }
    }
  }
}
