package bridgebench.reports.compare;

import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * One input of a comparison, as read.
 *
 * @param run what it is
 * @param scenarios its measurements by scenario id, in its own order
 */
public record ComparisonInput(ComparedRun run, Map<String, Samples> scenarios) {

  /**
   * Reads a run's folder or a JMH result file in JSON, of any project.
   *
   * @throws IOException naming the path and what was expected of it
   */
  public static ComparisonInput read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      if (!Files.exists(new RunFolder(path).journal())) {
        throw new IOException(
            path
                + ": expected the folder of a run, with a journal.jsonl in it; got another folder");
      }
      return RunInput.of(new RunFolder(path).runId(), Journal.read(path));
    }
    if (!Files.exists(path)) {
      throw new IOException(
          path + ": expected the folder of a run or a JMH result file in JSON; there is none");
    }
    return JmhFile.read(path).input();
  }
}
