package bridgebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;

class CommandTextTest {
  @Property(tries = 20)
  void shellReadsAnArgumentBackAsItWas(
      @ForAll @AlphaChars @Chars({' ', '\'', '"', '$', '\\', '*', '!', ';', '='}) String argument)
      throws IOException {
    Process shell =
        new ProcessBuilder("sh", "-c", "printf %s " + CommandText.quoted(argument)).start();

    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(argument);
  }

  @Property(tries = 1)
  void aJarIsNamedWhereItLies() {
    Path here = Path.of("/work");

    assertThat(CommandText.ofJar(here.resolve("cli/target/b.jar"), here))
        .isEqualTo("java -jar cli/target/b.jar");
    assertThat(CommandText.ofJar(Path.of("/opt/my tools/b.jar"), here))
        .isEqualTo("java -jar '/opt/my tools/b.jar'");
  }

  @Property(tries = 1)
  void plainWordsStayReadable() {
    assertThat(CommandText.of("program", List.of("run", "quick", "-p", "mode=arrow,pickle")))
        .isEqualTo("program run quick -p mode=arrow,pickle");
  }
}
