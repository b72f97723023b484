package bridgebench.jmh.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ForkFolderTest {
  @Test
  void aFolderThatIsStillWrittenToCostsNothingButPatience() throws Exception {
    ForkFolder folder = ForkFolder.make();
    AtomicBoolean ending = new AtomicBoolean(true);
    Thread worker = new Thread(() -> writeWhile(ending, folder.sockets()));
    worker.start();

    folder.close();

    ending.set(false);
    worker.join();
    assertThat(folder.remove()).isTrue();
    assertThat(folder.sockets().getParent()).doesNotExist();
  }

  @Test
  void aFolderThatIsGoneAlreadyIsRemoved() throws IOException {
    ForkFolder folder = ForkFolder.make();

    assertThat(folder.remove()).isTrue();
    assertThat(folder.remove()).isTrue();
  }

  private static void writeWhile(AtomicBoolean ending, Path folder) {
    for (int file = 0; ending.get(); file++) {
      try {
        Files.createDirectories(folder);
        Files.createFile(folder.resolve("f" + file));
      } catch (IOException e) {
        // It was removed in between, and is made again.
      }
    }
  }
}
