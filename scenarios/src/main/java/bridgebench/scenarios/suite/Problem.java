package bridgebench.scenarios.suite;

/**
 * One mistake in a suite file.
 *
 * @param file the file as the user named it
 * @param line 1-based; 0 when the mistake has no place, as in a file that cannot be read
 * @param column 1-based; 0 like {@code line}
 * @param message what is wrong, what was expected, and the nearest valid word
 */
public record Problem(String file, int line, int column, String message) {

  /** The form that editors and terminals make clickable: {@code file:line:column: message}. */
  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
  }
}
