package bridgebench.scenarios.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads suites that tests spell out, through the public door: a file. */
final class SuiteText {

  private SuiteText() {}

  /** The suite of a text that is right. */
  static Suite suite(String yaml) {
    try {
      return read(yaml.getBytes(StandardCharsets.UTF_8));
    } catch (SuiteException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** What is wrong with a text, as {@code line:column: message}. */
  static List<String> problems(String yaml) {
    return problems(yaml.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> problems(byte[] bytes) {
    try {
      read(bytes);
      return List.of();
    } catch (SuiteException e) {
      return e.problems().stream()
          .map(p -> p.line() == 0 ? p.message() : p.line() + ":" + p.column() + ": " + p.message())
          .toList();
    }
  }

  /** The ids of the scenarios of a one-question suite. */
  static List<String> ids(String question) {
    return suite("{suite: s, questions: [" + question + "]}")
        .questions()
        .get(0)
        .scenarios()
        .stream()
        .map(scenario -> scenario.id())
        .toList();
  }

  static Suite read(byte[] bytes) throws SuiteException {
    try {
      Path file = Files.createTempFile("suite", ".yaml");
      try {
        Files.write(file, bytes);
        return SuiteReader.read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
