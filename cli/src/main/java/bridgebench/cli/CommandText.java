package bridgebench.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a command line so that a shell reads it back as it was. */
final class CommandText {
  private CommandText() {}

  /** The program as it was started, with these arguments. */
  static String of(List<String> arguments) {
    return of(program(), arguments);
  }

  static String of(String program, List<String> arguments) {
    return program + arguments.stream().map(a -> " " + quoted(a)).collect(Collectors.joining());
  }

  static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_@%+=:,./-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  // From its build folders the program has no command of its own.
  private static String program() {
    CodeSource source = CommandText.class.getProtectionDomain().getCodeSource();
    try {
      Path place = source == null ? Path.of("") : Path.of(source.getLocation().toURI());
      return Files.isRegularFile(place) ? ofJar(place, Path.of("")) : "bridgebench";
    } catch (URISyntaxException e) {
      return "bridgebench";
    }
  }

  /** The command of a jar, whose path is short where it lies below the working folder. */
  static String ofJar(Path jar, Path workingFolder) {
    Path folder = workingFolder.toAbsolutePath().normalize();
    Path absolute = jar.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
    return "java -jar " + quoted(shown.toString());
  }
}
