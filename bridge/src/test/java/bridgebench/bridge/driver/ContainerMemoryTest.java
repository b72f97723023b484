package bridgebench.bridge.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerMemoryTest {

  @TempDir Path folder;

  @Test
  void whatAContainerUsesIsNotFreeButItsInactivePageCacheIs() throws IOException {
    ownGroup("0::/");
    version2("", "1000", 700, 200);
    assertThat(memory().freeBytes()).hasValue(500);
  }

  @Test
  void ofNestedGroupsTheTightestCounts() throws IOException {
    ownGroup("0::/outer/inner");
    version2("outer", "1000", 900, 0);
    version2("outer/inner", "500", 100, 0);
    assertThat(memory().freeBytes()).hasValue(100);
  }

  @Test
  void theFirstVersionOfTheInterfaceIsReadToo() throws IOException {
    ownGroup("5:cpu:/box\n4:memory:/box");
    Path group = Files.createDirectories(folder.resolve("memory/box"));
    Files.writeString(group.resolve("memory.limit_in_bytes"), "4096\n");
    Files.writeString(group.resolve("memory.usage_in_bytes"), "4000\n");
    Files.writeString(group.resolve("memory.stat"), "cache 9\ntotal_inactive_file 904\n");
    assertThat(memory().freeBytes()).hasValue(1000);
  }

  @Test
  void withoutALimitNothingIsSaid() throws IOException {
    ownGroup("0::/box");
    version2("box", "max", 900, 0);
    assertThat(memory().freeBytes()).isEmpty();
    assertThat(new ContainerMemory(folder, folder.resolve("missing")).freeBytes()).isEmpty();
  }

  private ContainerMemory memory() {
    return new ContainerMemory(folder, folder.resolve("own"));
  }

  private void ownGroup(String text) throws IOException {
    Files.writeString(folder.resolve("own"), text + "\n");
  }

  private void version2(String group, String max, long used, long inactiveFile) throws IOException {
    Path path = Files.createDirectories(folder.resolve(group));
    Files.writeString(path.resolve("memory.max"), max + "\n");
    Files.writeString(path.resolve("memory.current"), used + "\n");
    Files.writeString(path.resolve("memory.stat"), "anon 1\ninactive_file " + inactiveFile + "\n");
  }
}
