package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.NearestWord;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads suites. The grammar is docs/suite.schema.json; everything that is wrong with a file is
 * reported at once.
 */
public final class SuiteReader {

  private static final int MAX_FILE_BYTES = 1 << 20;
  private static final int MAX_ALIASES = 50;
  private static final int MAX_NESTING = 20;
  private static final String RESOURCES = "/bridgebench/suites/";
  private static final List<String> SHIPPED =
      List.of(
          "quick",
          "standard",
          "hundred-million",
          "transports",
          "worker-start",
          "batch-size",
          "driver",
          "known-truth");

  private SuiteReader() {}

  /** The names of the suites that come with the program. */
  public static List<String> shippedNames() {
    return SHIPPED;
  }

  /**
   * Reads a suite file. The files of users' functions are looked for beside it.
   *
   * @throws SuiteException with every problem, among them a file that cannot be read
   */
  public static Suite read(Path file) throws SuiteException {
    Problems problems = new Problems(file.toString());
    byte[] bytes = bytes(file, problems);
    Path folder = file.toAbsolutePath().normalize().getParent();
    return parse(bytes, folder == null ? file : folder, problems);
  }

  /**
   * Reads a suite that comes with the program.
   *
   * @throws SuiteException naming the shipped suites and the nearest one when there is none of this
   *     name
   */
  public static Suite readShipped(String name) throws SuiteException {
    return parse(shipped(name), Path.of(""), new Problems(name + ".yaml"));
  }

  /**
   * The text of a suite that comes with the program, for users who want to start from it.
   *
   * @throws SuiteException as {@link #readShipped(String)}
   */
  public static String shippedText(String name) throws SuiteException {
    return new String(shipped(name), StandardCharsets.UTF_8);
  }

  private static byte[] shipped(String name) throws SuiteException {
    if (SHIPPED.contains(name)) {
      try (InputStream in = SuiteReader.class.getResourceAsStream(RESOURCES + name + ".yaml")) {
        if (in != null) {
          return in.readAllBytes();
        }
      } catch (IOException e) {
        throw problem(name, "cannot be read from the program: " + e.getMessage());
      }
    }
    throw problem(
        name,
        "unknown suite: expected one of "
            + String.join(", ", SHIPPED)
            + ", or the path of a YAML file"
            + NearestWord.hint(name, SHIPPED));
  }

  private static SuiteException problem(String name, String message) {
    return new SuiteException(List.of(new Problem(name, 0, 0, message)));
  }

  private static byte[] bytes(Path file, Problems problems) throws SuiteException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_FILE_BYTES + 1);
      if (bytes.length <= MAX_FILE_BYTES) {
        return bytes;
      }
      problems.inFile("a suite has at most 1 MiB; is this a suite file?");
    } catch (NoSuchFileException e) {
      problems.inFile("there is no such file");
    } catch (IOException e) {
      problems.inFile(
          Files.isDirectory(file) ? "is a folder, not a suite file" : "cannot be read: " + e);
    }
    throw problems.exception();
  }

  private static Suite parse(byte[] bytes, Path folder, Problems problems) throws SuiteException {
    Node root = compose(bytes, problems);
    Suite suite = root == null ? null : new SuiteParser(problems, folder).suite(root);
    if (suite == null) {
      throw problems.exception();
    }
    return suite;
  }

  /** The document's node tree, or null with a problem. Nodes only: no object is ever built. */
  private static @Nullable Node compose(byte[] bytes, Problems problems) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Node root = new Yaml(limits()).compose(new StringReader(text));
      if (root == null) {
        problems.inFile("the file is empty: expected 'suite', 'title' and 'questions'");
      }
      return root;
    } catch (CharacterCodingException e) {
      problems.inFile("the file is not UTF-8 text");
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      String context = e.getContext() == null ? "" : " " + e.getContext();
      String message = "malformed YAML" + context + ": " + e.getProblem();
      if (mark == null) {
        problems.inFile(message);
      } else {
        problems.at(mark, message);
      }
    } catch (YAMLException e) {
      problems.inFile("malformed YAML: " + e.getMessage());
    }
    return null;
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(MAX_NESTING);
    options.setCodePointLimit(MAX_FILE_BYTES);
    return options;
  }
}
