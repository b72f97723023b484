package bridgebench.cli;

import bridgebench.scenarios.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import picocli.CommandLine.Option;

/** Where runs are kept. */
final class OutputFolder {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Folder in which the run gets a folder of its own (default: ${DEFAULT-VALUE}).")
  private Path parent = Path.of("runs");

  RunFolder create(String suite) {
    try {
      return RunFolder.create(parent, suite, LocalDateTime.now());
    } catch (IOException e) {
      throw new UsageProblem(String.valueOf(e.getMessage()), e);
    }
  }

  /** The folder of an existing run. */
  static RunFolder existing(Path folder) {
    RunFolder run = new RunFolder(folder);
    if (!Files.exists(run.journal())) {
      throw new UsageProblem(
          folder
              + " is no run folder: it has no "
              + run.journal().getFileName()
              + ". Run folders are in the folder that --output named, runs/ by default");
    }
    return run;
  }
}
