package bridgebench.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two scenarios of a thousand rows, measured for milliseconds. */
final class SmallSuite {
  private SmallSuite() {}

  static Path write(Path folder, int forks) throws IOException {
    return Files.writeString(
        folder.resolve("small.yaml"),
        """
        suite: small
        title: A small suite
        defaults: {path: udf, shape: double, rows: 1_000, function: plus-one, forks: %d}
        questions:
          - id: modes
            ask: Which mode?
            axes: {mode: [pickle, arrow]}
            compare: {axis: mode, baseline: pickle}
        """
            .formatted(forks));
  }

  /** The command line that measures a suite for as short as possible. */
  static String[] arguments(String command, Path target, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, target.toString()));
    if (command.equals("run")) {
      arguments.addAll(List.of("-wi", "1", "-w", "10ms", "-i", "2", "-r", "10ms", "--seed", "7"));
    }
    arguments.addAll(List.of(more));
    arguments.addAll(Invocation.pythonOption());
    return arguments.toArray(new String[0]);
  }
}
