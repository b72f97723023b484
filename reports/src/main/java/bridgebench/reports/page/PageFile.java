package bridgebench.reports.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a page whole or not at all: to a temporary neighbour, which then takes its name. */
final class PageFile {

  private PageFile() {}

  static void write(Path html, String page) throws IOException {
    Path temporary = html.resolveSibling(html.getFileName() + ".tmp");
    try {
      Files.writeString(temporary, page, StandardCharsets.UTF_8);
      Files.move(
          temporary, html, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw new IOException(
          "cannot write " + html + ": " + e.getMessage() + "; check the folder and its space", e);
    }
  }
}
