package bridgebench.bridge.python;

/**
 * Why an interpreter cannot be used.
 *
 * @param kind what is wrong
 * @param message what was found and what was expected
 * @param remedy the command or step that mends it
 */
public record PythonProblem(Kind kind, String message, String remedy) {

  /** What can be wrong with an interpreter. */
  public enum Kind {
    /** No such file, or no such command on the PATH. */
    MISSING,
    /** The file cannot be run, or does not behave like Python. */
    NOT_PYTHON,
    /** Older than {@link PythonProbe#OLDEST_PYTHON}. */
    TOO_OLD,
    /** A package the worker needs is not installed. */
    PACKAGE_MISSING,
    /** A package is installed in a version known to be unsafe. */
    PACKAGE_UNSAFE,
    /** A package is installed in a version that the driver's paths do not work with as Spark's. */
    PACKAGE_UNFIT
  }

  @Override
  public String toString() {
    return message + ". To mend it: " + remedy;
  }
}
