package bridgebench.bridge.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Small executable scripts that stand for interpreters of every kind. */
final class FakeInterpreter {
  private FakeInterpreter() {}

  /** Answers the probe with {@code version} and these packages (a JSON object). */
  static Path answering(Path folder, String version, String packages) throws IOException {
    return script(
        folder,
        """
        echo '{"version": "%s", "build": "fake %s", "packages": %s}'
        """
            .formatted(version, version, packages));
  }

  static Path script(Path folder, String body) throws IOException {
    Path file = Files.createDirectories(folder).resolve("python3");
    Files.writeString(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }
}
