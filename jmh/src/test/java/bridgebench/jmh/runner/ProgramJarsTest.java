package bridgebench.jmh.runner;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramJarsTest {
  @TempDir Path folder;

  private Path library;
  private ProgramJars program;

  @BeforeEach
  void aProgramOfClassesAndTwoJars() throws IOException {
    Path main = Files.writeString(folder.resolve("program.jar"), "program");
    library = Files.writeString(folder.resolve("library.jar"), "library");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    program = ProgramJars.of(classes + File.pathSeparator + main + File.pathSeparator + library);
  }

  @Test
  void jarsThatStayAsTheyWereAreTheProgramStill() {
    assertThatCode(program::requireUnchanged).doesNotThrowAnyException();
  }

  @Test
  void aRewrittenJarIsNamed() throws IOException {
    Files.writeString(library, "another build");

    requireReplaced();
  }

  @Test
  void aMissingJarIsNamed() throws IOException {
    Files.delete(library);

    requireReplaced();
  }

  private void requireReplaced() {
    assertThatExceptionOfType(ProgramReplacedException.class)
        .isThrownBy(program::requireUnchanged)
        .withMessageStartingWith(library + " is not what it was when the run began");
  }
}
