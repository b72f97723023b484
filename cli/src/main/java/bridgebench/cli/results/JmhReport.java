package bridgebench.cli.results;

import bridgebench.reports.compare.JmhFile;
import bridgebench.reports.page.JmhPage;
import java.io.IOException;
import java.nio.file.Path;

/** The page of a JMH result of any project. */
public final class JmhReport {
  private JmhReport() {}

  /**
   * Writes the page beside the file, with the extension {@code html}.
   *
   * @return the page
   * @throws IOException naming the file and what was expected of it
   */
  public static Path write(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String stem = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    Path html = file.resolveSibling(stem + ".html");
    JmhPage.write(JmhFile.read(file), html);
    return html;
  }
}
