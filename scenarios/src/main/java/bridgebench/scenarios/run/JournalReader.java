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
import java.util.Objects;
import java.util.stream.IntStream;
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
    List<ByteBuffer> lines = new ArrayList<>();
    for (int from = 0; from < bytes.length; ) {
      int to = endOfLine(bytes, from);
      if (to == bytes.length) {
        warnings.add(
            file
                + ":"
                + (lines.size() + 1)
                + ": the last line is cut (the program or the machine stopped while writing it);"
                + " its fork is not counted");
        break;
      }
      lines.add(ByteBuffer.wrap(bytes, from, to - from));
      from = to + 1;
      completeBytes = from;
    }
    // Parsing is most of the work, and each core can do some of it.
    List<Line> parsed =
        IntStream.range(0, lines.size())
            .parallel()
            .mapToObj(i -> Line.parsed(i + 1, lines.get(i)))
            .toList();
    for (Line line : parsed) {
      take(line);
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

  /**
   * What a line holds: a fork, another object, or nothing that can be read.
   *
   * @param number 1-based
   */
  private record Line(
      int number,
      @Nullable ForkRecord fork,
      @Nullable JsonNode json,
      @Nullable IOException failure) {

    static Line parsed(int number, ByteBuffer utf8) {
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        return number > 1 && text.startsWith(FORK)
            ? new Line(number, MAPPER.readValue(text, ForkRecord.class), null, null)
            : new Line(number, null, MAPPER.readTree(text), null);
      } catch (IOException e) {
        return new Line(number, null, null, e);
      }
    }

    JsonNode object() throws IOException {
      if (failure != null) {
        throw failure;
      }
      return Objects.requireNonNull(json);
    }
  }

  private void take(Line line) throws IOException {
    if (line.fork() != null) {
      forks.add(line.fork());
      return;
    }
    int number = line.number();
    try {
      JsonNode json = line.object();
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
