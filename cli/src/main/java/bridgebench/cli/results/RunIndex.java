package bridgebench.cli.results;

import bridgebench.reports.page.IndexPage;
import bridgebench.reports.page.IndexedRun;
import bridgebench.scenarios.run.RunFile;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.run.RunFormatException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The index of the runs in a folder, from their run files. */
public final class RunIndex {
  private RunIndex() {}

  /**
   * Writes {@code index.html} into the folder. A run without a readable run.json is left out and
   * told about.
   *
   * @param err where to tell it
   * @return the index
   * @throws IOException naming the folder when it has no run or cannot be read or written
   */
  public static Path write(Path folder, PrintWriter err) throws IOException {
    List<IndexedRun> runs = new ArrayList<>();
    for (RunFolder run : runsIn(folder)) {
      try {
        runs.add(new IndexedRun(link(run), RunFile.read(run.runFile())));
      } catch (RunFormatException e) {
        err.println("left out: " + e.getMessage());
      }
    }
    Path html = folder.resolve("index.html");
    IndexPage.write(runs, html);
    return html;
  }

  private static List<RunFolder> runsIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is no folder; expected one with the folders of runs in it");
    }
    List<RunFolder> runs;
    try (Stream<Path> children = Files.list(folder)) {
      runs =
          children
              .sorted()
              .map(RunFolder::new)
              .filter(run -> Files.isRegularFile(run.runFile()))
              .toList();
    }
    if (runs.isEmpty()) {
      throw new IOException(
          folder
              + " has no folder with a run.json in it; expected the folder that --output named, runs"
              + " by default");
    }
    return runs;
  }

  /** The report's address from the index, or nothing where the run has none. */
  private static String link(RunFolder run) {
    if (!Files.isRegularFile(run.report())) {
      return "";
    }
    String name = URLEncoder.encode(run.runId(), StandardCharsets.UTF_8).replace("+", "%20");
    return name + "/" + run.report().getFileName();
  }
}
