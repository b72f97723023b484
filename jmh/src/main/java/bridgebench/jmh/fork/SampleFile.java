package bridgebench.jmh.fork;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The file of {@link SampleLine}s, one JSON object a line, written by the fork. */
public final class SampleFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;

  public SampleFile(Path path) {
    this.path = path;
  }

  /** Appends a line; the file stays closed between lines, so that a killed fork leaves them. */
  void append(SampleLine line) {
    try {
      Files.writeString(
          path,
          // The type property is written only when the base type is named.
          JSON.writerFor(SampleLine.class).writeValueAsString(line) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot hand samples to the host in " + path, e);
    }
  }

  /** Every whole line in order; a fork that was killed may have left half of a last one. */
  public List<SampleLine> read() throws IOException {
    List<SampleLine> lines = new ArrayList<>();
    if (!Files.exists(path)) {
      return lines;
    }
    // A fork that was killed may have left half of a character.
    String all = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    for (String text : all.lines().toList()) {
      try {
        lines.add(JSON.readValue(text, SampleLine.class));
      } catch (JsonProcessingException e) {
        break;
      }
    }
    return lines;
  }
}
