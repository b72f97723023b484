package bridgebench.cli.selection;

import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.SuiteException;
import bridgebench.scenarios.suite.SuiteReader;
import java.nio.file.Files;
import java.nio.file.Path;

/** A suite by the word the user wrote: a shipped suite's name or a file. */
public record SuiteSource(String word) {

  /**
   * Reads it. A word that looks like a path, or names an existing file, is a file.
   *
   * @throws SuiteException with every problem of the suite, or the nearest name when there is none
   */
  public Suite read() throws SuiteException {
    return isFile() ? SuiteReader.read(Path.of(word)) : SuiteReader.readShipped(word);
  }

  /** The folder whose state the results depend on: that of the file, else the working folder. */
  public Path folder() {
    Path parent = isFile() ? Path.of(word).toAbsolutePath().getParent() : null;
    return parent == null ? Path.of("").toAbsolutePath() : parent;
  }

  /** Whether the word names a file, and not a shipped suite. */
  public boolean isFile() {
    return word.contains("/")
        || word.endsWith(".yaml")
        || word.endsWith(".yml")
        || Files.isRegularFile(Path.of(word));
  }
}
