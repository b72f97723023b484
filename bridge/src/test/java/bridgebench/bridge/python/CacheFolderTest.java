package bridgebench.bridge.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  private static final Path HOME = Path.of("/home/someone");

  @Test
  void ownVariableWins() {
    assertThat(
            CacheFolder.path(
                Map.of("BRIDGEBENCH_CACHE", "/big/disk", "XDG_CACHE_HOME", "/xdg"), HOME))
        .isEqualTo(Path.of("/big/disk"));
  }

  @Test
  void desktopStandardComesNext() {
    assertThat(CacheFolder.path(Map.of("XDG_CACHE_HOME", "/xdg"), HOME))
        .isEqualTo(Path.of("/xdg/bridgebench"));
  }

  @Test
  void relativeDesktopFolderIsIgnoredAsTheStandardAsks() {
    assertThat(CacheFolder.path(Map.of("XDG_CACHE_HOME", "xdg", "BRIDGEBENCH_CACHE", " "), HOME))
        .isEqualTo(Path.of("/home/someone/.cache/bridgebench"));
  }
}
