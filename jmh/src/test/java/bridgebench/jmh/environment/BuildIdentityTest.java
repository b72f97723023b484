package bridgebench.jmh.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildIdentityTest {
  @TempDir Path folder;

  @Test
  void theSameClassesBuiltAtAnotherTimeAreTheSameBuild() throws IOException {
    assertThat(BuildIdentity.of(jar("a.jar", "one", 1_000_000_000_000L)))
        .matches("[0-9a-f]{8}")
        .isEqualTo(BuildIdentity.of(jar("b.jar", "one", 1_700_000_000_000L)));
  }

  @Test
  void aChangedClassIsAnotherBuild() throws IOException {
    assertThat(BuildIdentity.of(jar("a.jar", "one", 0)))
        .isNotEqualTo(BuildIdentity.of(jar("b.jar", "two", 0)));
  }

  private Path jar(String name, String content, long time) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      ZipEntry entry = new ZipEntry("A.class");
      entry.setTime(time);
      out.putNextEntry(entry);
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }
}
