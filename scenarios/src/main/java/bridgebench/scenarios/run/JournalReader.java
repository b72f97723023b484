package bridgebench.scenarios.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a journal line by line. */
final class JournalReader {

  private static final ObjectMapper MAPPER = RunJson.mapper();

  /** How the journal begins a fork's line: nearly all lines, read without a tree in between. */
  private static final String FORK = "{\"type\":\"fork\",";

  private final Path file;
  private final List<ForkRecord> forks = new ArrayList<>();
  private final List<Environment> resumedOn = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable RunHeader header;
  private @Nullable RunEnd end;
  private long completeBytes;

  JournalReader(Path file) {
    this.file = file;
  }

  JournalContents read() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int lineNumber = 0;
    for (int from = 0; from < bytes.length; ) {
      lineNumber++;
      int to = endOfLine(bytes, from);
      if (to == bytes.length) {
        warnings.add(
            file
                + ":"
                + lineNumber
                + ": the last line is cut (the program or the machine stopped while writing it);"
                + " its fork is not counted");
        break;
      }
      line(lineNumber, ByteBuffer.wrap(bytes, from, to - from));
      from = to + 1;
      completeBytes = from;
    }
    if (header == null) {
      throw new RunFormatException(
          file + ": expected a first line of type \"run\", the file holds no complete line");
    }
    return new JournalContents(header, forks, resumedOn, end, warnings);
  }

  /** The length of the file without a cut last line. */
  long completeBytes() {
    return completeBytes;
  }

  private static int endOfLine(byte[] bytes, int from) {
    int to = from;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    return to;
  }

  private void line(int number, ByteBuffer utf8) throws RunFormatException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
      if (number > 1 && text.startsWith(FORK)) {
        forks.add(MAPPER.readValue(text, ForkRecord.class));
        return;
      }
      JsonNode json = MAPPER.readTree(text);
      String type = json.path("type").asText("");
      if ((number == 1) != type.equals("run")) {
        throw new RunFormatException(
            place(number)
                + "expected the line of type \"run\" first and once, got type \""
                + type
                + "\"");
      }
      take(number, type, json);
    } catch (CharacterCodingException e) {
      throw new RunFormatException(place(number) + "the line is not UTF-8", e);
    } catch (JsonProcessingException e) {
      throw new RunFormatException(place(number) + e.getOriginalMessage(), e);
    }
  }

  private void take(int number, String type, JsonNode json)
      throws RunFormatException, JsonProcessingException {
    switch (type) {
      case "run" -> {
        FormatVersion.check(place(number), json.path("formatVersion"), Journal.FORMAT_VERSION);
        header = MAPPER.treeToValue(json, RunHeader.class);
      }
      case "fork" -> forks.add(MAPPER.treeToValue(json, ForkRecord.class));
      case "resumed" -> {
        resumedOn.add(MAPPER.treeToValue(json.path("environment"), Environment.class));
        end = null;
      }
      case "interrupted" -> end = RunEnd.INTERRUPTED;
      case "finished" -> end = RunEnd.FINISHED;
      default ->
          throw new RunFormatException(
              place(number)
                  + "unknown type \""
                  + type
                  + "\": expected run, fork, resumed, interrupted or finished");
    }
  }

  private String place(int line) {
    return file + ":" + line + ": ";
  }
}
