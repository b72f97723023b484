package bridgebench.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a command line so that a shell reads it back as it was. */
final class CommandText {
  private static final String JAR = "java -jar cli/target/bridgebench.jar";

  private CommandText() {}

  static String of(List<String> arguments) {
    return JAR + arguments.stream().map(a -> " " + quoted(a)).collect(Collectors.joining());
  }

  static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_@%+=:,./-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
