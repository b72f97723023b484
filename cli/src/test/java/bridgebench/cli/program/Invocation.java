package bridgebench.cli.program;

import bridgebench.bridge.python.PythonProbe;
import bridgebench.bridge.python.PythonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged program, to be started with some arguments. Every process that it starts carries a
 * mark in its environment, by which left-over ones are found.
 */
final class Invocation {
  private static final long DEADLINE_SECONDS = 300;
  private static final String MARK = "BRIDGEBENCH_TEST_MARK";
  // What a terminal's shell does, and a background job of a script does not: SIGINT has its default
  // meaning, and the program leads a process group of its own.
  private static final String AS_FROM_A_TERMINAL =
      "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.setsid();"
          + " os.execvp(sys.argv[1], sys.argv[1:])";

  private final Path folder;
  private final Path javaHome;
  private Path jar = packagedJar();
  private final String mark = UUID.randomUUID().toString();
  private final Map<String, String> environment = new HashMap<>();

  /**
   * @param folder the working folder, which also receives what the program prints
   */
  Invocation(Path folder) {
    this(folder, Path.of(System.getProperty("java.home")));
  }

  /**
   * @param javaHome the JVM to run on
   */
  Invocation(Path folder, Path javaHome) {
    this.folder = folder;
    this.javaHome = javaHome;
  }

  /** The jar that the build made. */
  static Path packagedJar() {
    return Path.of(System.getProperty("bridgebench.root"), "cli/target/bridgebench.jar");
  }

  /** The same from another jar than the packaged one. */
  Invocation from(Path otherJar) {
    jar = otherJar;
    return this;
  }

  /** The same with a variable in the program's environment. */
  Invocation with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** The option that names the interpreter of the tests, where it has the packages. */
  static List<String> pythonOption() {
    PythonReport python =
        PythonProbe.probe(Path.of(System.getProperty("bridgebench.python", "python3")));
    return python.usable() ? List.of("--python", python.interpreter().toString()) : List.of();
  }

  Ended run(String... arguments) {
    return start(arguments).awaitEnd();
  }

  Running start(String... arguments) {
    List<String> command = new ArrayList<>(List.of("python3", "-I", "-c", AS_FROM_A_TERMINAL));
    command.add(javaHome.resolve("bin/java").toString());
    command.add("-Djava.io.tmpdir=" + temporaryFolder());
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(List.of(arguments));
    Path out = folder.resolve("stdout.txt");
    Path err = folder.resolve("stderr.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    builder.environment().put(MARK, mark);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new Running(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processes that this program started, directly or not, and that still run. */
  List<String> leftOverProcesses() {
    return ProcessHandle.allProcesses()
        .filter(process -> environmentOf(process.pid()).contains(MARK + "=" + mark))
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .toList();
  }

  /** Temporary files and sockets that this program, or what it started, left. */
  List<Path> leftOverFiles() {
    try (Stream<Path> files = Files.list(temporaryFolder())) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path temporaryFolder() {
    try {
      return Files.createDirectories(folder.resolve("tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String environmentOf(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/environ"));
    } catch (IOException e) {
      return ""; // It has ended, or is not ours.
    }
  }

  /** The program while it runs. */
  record Running(Process process, Path out, Path err) {

    /** SIGINT to the program alone. */
    void interrupt() {
      kill("-INT", Long.toString(process.pid()));
    }

    /** SIGINT to the program and all of its children, as Ctrl-C in a terminal. */
    void pressCtrlC() {
      kill("-INT", "--", "-" + process.pid());
    }

    /** Waits until the program has written so many lines that contain {@code text} to a file. */
    void awaitLines(Path parent, String fileName, String text, int count) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
      while (linesWith(parent, fileName, text) < count) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new AssertionError(
              "no " + count + " lines with " + text + "; stderr: " + readString(err));
        }
        pause();
      }
    }

    /** Waits until a child of the program has this among its arguments. */
    void awaitChild(String argument) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
      while (process.children().noneMatch(child -> hasArgument(child, argument))) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new AssertionError("no child with " + argument + "; stderr: " + readString(err));
        }
        pause();
      }
    }

    private static boolean hasArgument(ProcessHandle process, String argument) {
      return process.info().arguments().map(List::of).orElse(List.of()).contains(argument);
    }

    Ended awaitEnd() {
      try {
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("the program hangs; stderr: " + readString(err));
        }
        return new Ended(process.exitValue(), readString(out), readString(err));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private static long linesWith(Path parent, String fileName, String text) {
      try (Stream<Path> files = Files.walk(parent)) {
        return files
            .filter(file -> file.getFileName().toString().equals(fileName))
            .flatMap(file -> readString(file).lines())
            .filter(line -> line.contains(text))
            .count();
      } catch (IOException | UncheckedIOException e) {
        return 0; // What the program removed meanwhile is gone at the next look.
      }
    }

    private static void kill(String... arguments) {
      List<String> command = new ArrayList<>(List.of("kill"));
      command.addAll(List.of(arguments));
      try {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
          throw new AssertionError("cannot signal the program");
        }
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private static void pause() {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private static String readString(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The program after it has ended. */
  record Ended(int status, String out, String err) {}
}
