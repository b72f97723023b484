package bridgebench.bridge.python;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonPackageTest {
  @TempDir Path cache;

  @Test
  void sameContentsShareAFolderAndKeepCompiledModules() throws IOException {
    Path first = PythonPackage.extract(cache, files("pass\n"));
    Path compiled = first.resolve("bridgebench/__pycache__/worker.pyc");
    Files.createDirectories(compiled.getParent());
    Files.writeString(compiled, "compiled");

    Path second = PythonPackage.extract(cache, files("pass\n"));

    assertThat(second).isEqualTo(first);
    assertThat(compiled).exists();
    assertThat(second.resolve("bridgebench/worker.py")).hasContent("pass\n");
  }

  @Test
  void otherContentsGetAnotherFolder() {
    assertThat(PythonPackage.extract(cache, files("pass\n")))
        .isNotEqualTo(PythonPackage.extract(cache, files("raise\n")));
  }

  @Test
  void damagedAndDeletedFilesAreRestored() throws IOException {
    Path folder = PythonPackage.extract(cache, files("pass\n"));
    Files.writeString(folder.resolve("bridgebench/worker.py"), "damaged");
    Files.delete(folder.resolve("bridgebench/__init__.py"));

    PythonPackage.extract(cache, files("pass\n"));

    assertThat(folder.resolve("bridgebench/worker.py")).hasContent("pass\n");
    assertThat(folder.resolve("bridgebench/__init__.py")).exists();
  }

  @Test
  void cacheThatIsAFileIsAClearError() throws IOException {
    Path file = Files.writeString(cache.resolve("taken"), "");

    assertThatThrownBy(() -> PythonPackage.extract(file, files("pass\n")))
        .isInstanceOf(PythonSetupException.class)
        .hasMessageContaining("taken")
        .hasMessageContaining("BRIDGEBENCH_CACHE");
  }

  private static SortedMap<String, byte[]> files(String worker) {
    return new TreeMap<>(
        Map.of(
            "bridgebench/__init__.py",
            new byte[0],
            "bridgebench/worker.py",
            worker.getBytes(UTF_8)));
  }
}
