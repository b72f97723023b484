package bridgebench.bridge.python;

import bridgebench.bridge.python.PythonProblem.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks an interpreter for its version and packages, without importing any of them. */
public final class PythonProbe {
  /** The oldest Python the worker runs on. */
  public static final String OLDEST_PYTHON = "3.10";

  /** The newest Python that the locked packages have builds for. */
  public static final String NEWEST_LOCKED_PYTHON = "3.13";

  /** The oldest pyarrow that does not execute code from an IPC stream (CVE-2023-47248). */
  public static final String OLDEST_SAFE_PYARROW = "14.0.1";

  /** The py4j of PySpark 4.3: the subject of the path {@code call}. */
  public static final String DRIVER_PY4J = "0.10.9.9";

  /** The first pandas that gives other dtypes than PySpark 4.3 is held to. */
  public static final String TOO_NEW_PANDAS = "3";

  private static final List<String> REQUIRED = List.of("pyarrow", "pandas", "numpy", "cloudpickle");
  private static final String PY4J = "py4j";
  private static final String SCIPY = "scipy";
  private static final String PANDAS = "pandas";
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  // Runs on any Python back to 2.6, so that an old one is told from something that is not Python.
  private static final String SCRIPT =
      """
      import json, sys
      packages = {}
      try:
          from importlib import metadata
          for name in sys.argv[1:]:
              try:
                  packages[name] = metadata.version(name)
              except metadata.PackageNotFoundError:
                  pass
      except ImportError:
          pass
      try:
          from importlib.util import find_spec
          environments = find_spec("venv") is not None and find_spec("ensurepip") is not None
      except ImportError:
          environments = False
      print(json.dumps({"environments": environments, "version": "%d.%d.%d" % sys.version_info[:3], "build": sys.version,
                        "executable": sys.executable, "packages": packages}))
      """;

  private PythonProbe() {}

  /**
   * Probes {@code interpreter}: a path, or a bare command name that is looked up on the PATH.
   *
   * @return what was found; every problem is in the report, none is thrown
   */
  public static PythonReport probe(Path interpreter) {
    Optional<Path> found = locate(interpreter);
    if (found.isEmpty()) {
      return refused(
          interpreter,
          Kind.MISSING,
          "there is no executable file " + interpreter,
          "name an existing interpreter, such as --python $(command -v python3)");
    }
    Path executable = found.get();
    Answer answer;
    try {
      answer = ask(executable);
    } catch (ShortCommand.CommandException | JsonProcessingException e) {
      return refused(
          executable,
          Kind.NOT_PYTHON,
          executable + " does not answer like a Python interpreter: " + e.getMessage(),
          "name an interpreter of Python " + OLDEST_PYTHON + " or newer");
    }
    return new PythonReport(
        executable,
        answer.version,
        answer.packages,
        problems(executable, answer),
        Map.of(
            PythonUse.DRIVER,
            driverProblems(executable, answer),
            PythonUse.CDF_OF_ARRAYS,
            missing(executable, answer, SCIPY)));
  }

  /** The executable that {@code interpreter} names, if there is one. */
  static Optional<Path> locate(Path interpreter) {
    if (interpreter.getNameCount() > 1 || interpreter.isAbsolute()) {
      return Optional.of(interpreter.toAbsolutePath()).filter(PythonProbe::isExecutableFile);
    }
    String searchPath = System.getenv().getOrDefault("PATH", "");
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder).resolve(interpreter).toAbsolutePath();
      if (isExecutableFile(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Version, build text and packages as {@code executable} reports them. */
  static Answer ask(Path executable) throws JsonProcessingException {
    List<String> command = new ArrayList<>(List.of(executable.toString(), "-c", SCRIPT));
    command.addAll(REQUIRED);
    command.add(PY4J);
    command.add(SCIPY);
    String output = ShortCommand.run(command, DEADLINE);
    JsonNode answer = new ObjectMapper().readTree(output);
    if (!answer.path("version").isTextual()) {
      throw new ShortCommand.CommandException("it printed \"" + output.strip() + "\"");
    }
    SortedMap<String, String> packages = new TreeMap<>();
    answer
        .path("packages")
        .properties()
        .forEach(p -> packages.put(p.getKey(), p.getValue().asText()));
    return new Answer(
        answer.path("version").asText(),
        answer.path("build").asText(),
        answer.path("environments").asBoolean(true),
        packages);
  }

  private static boolean isExecutableFile(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }

  private static PythonReport refused(Path interpreter, Kind kind, String message, String remedy) {
    return new PythonReport(
        interpreter,
        "",
        Collections.emptySortedMap(),
        List.of(new PythonProblem(kind, message, remedy)),
        Map.of());
  }

  private static List<PythonProblem> problems(Path executable, Answer answer) {
    if (Versions.isOlder(answer.version, OLDEST_PYTHON)) {
      return List.of(
          new PythonProblem(
              Kind.TOO_OLD,
              executable
                  + " is Python "
                  + answer.version
                  + "; the worker needs "
                  + OLDEST_PYTHON
                  + " or newer",
              "name a newer interpreter with --python, or leave --python out"));
    }
    List<PythonProblem> problems = new ArrayList<>();
    for (String name : REQUIRED) {
      String installed = answer.packages.get(name);
      problems.addAll(missing(executable, answer, name));
      if (installed != null
          && name.equals("pyarrow")
          && Versions.isOlder(installed, OLDEST_SAFE_PYARROW)) {
        problems.add(
            new PythonProblem(
                Kind.PACKAGE_UNSAFE,
                "pyarrow "
                    + installed
                    + " executes code from the data it reads (CVE-2023-47248); at least "
                    + OLDEST_SAFE_PYARROW
                    + " is needed",
                executable + " -m pip install " + requirement(name)));
      }
    }
    return List.copyOf(problems);
  }

  private static List<PythonProblem> driverProblems(Path executable, Answer answer) {
    String install = executable + " -m pip install ";
    List<PythonProblem> problems = new ArrayList<>();
    String py4j = answer.packages.get(PY4J);
    if (py4j == null) {
      problems.add(
          new PythonProblem(
              Kind.PACKAGE_MISSING,
              executable + " has no package py4j",
              install + PY4J + "==" + DRIVER_PY4J));
    } else if (!py4j.equals(DRIVER_PY4J)) {
      problems.add(
          new PythonProblem(
              Kind.PACKAGE_UNFIT,
              "py4j " + py4j + " is another than the JVM's, " + DRIVER_PY4J,
              install + PY4J + "==" + DRIVER_PY4J));
    }
    String pandas = answer.packages.get(PANDAS);
    if (pandas != null && !Versions.isOlder(pandas, TOO_NEW_PANDAS)) {
      problems.add(
          new PythonProblem(
              Kind.PACKAGE_UNFIT,
              "pandas "
                  + pandas
                  + " gives other dtypes than those that frames are compared with; a pandas before "
                  + TOO_NEW_PANDAS
                  + " is needed",
              install + "'pandas<" + TOO_NEW_PANDAS + "'"));
    }
    return List.copyOf(problems);
  }

  private static List<PythonProblem> missing(Path executable, Answer answer, String name) {
    return answer.packages.containsKey(name)
        ? List.of()
        : List.of(
            new PythonProblem(
                Kind.PACKAGE_MISSING,
                executable + " has no package " + name,
                executable + " -m pip install " + requirement(name)));
  }

  private static String requirement(String name) {
    return name.equals("pyarrow") ? "'pyarrow>=" + OLDEST_SAFE_PYARROW + "'" : name;
  }

  /** An interpreter's own words. */
  record Answer(
      String version,
      String build,
      boolean makesEnvironments,
      SortedMap<String, String> packages) {}
}
