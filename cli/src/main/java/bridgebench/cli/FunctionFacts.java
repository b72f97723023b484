package bridgebench.cli;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.suite.PlannedScenario;
import bridgebench.scenarios.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the files of a suite's own functions hold, as facts of the environment: {@code
 * function.udf.py} with the file's SHA-256. So a comparison of runs, and a resumed run, says that
 * the function was changed. Imported modules are not looked at.
 */
final class FunctionFacts {

  private FunctionFacts() {}

  /** One fact a file, by its name without the folder; a file that cannot be read has none. */
  static Map<String, String> of(Suite suite) {
    Map<String, String> facts = new TreeMap<>();
    for (PlannedScenario planned : suite.scenarios()) {
      String word = planned.scenario().word(Axis.FUNCTION);
      Path file = word == null ? null : FunctionSpec.parse(word).file();
      if (file != null && Files.isReadable(file)) {
        facts.computeIfAbsent("function." + file.getFileName(), fact -> sha256(file));
      }
    }
    return facts;
  }

  private static String sha256(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      return "unreadable";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
