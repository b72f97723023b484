package bridgebench.bridge.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that was killed left behind, beside what others keep. */
class PrivateFolderTest {

  /** Greater than any process id. */
  private static final String NOBODY = "999999999";

  @TempDir Path root;

  @Test
  void aFolderOfAProgramThatIsLongGoneIsRemoved() throws IOException {
    Path forgotten = folder("bb-" + NOBODY + "-123", "rwx------");
    socketIn(forgotten);
    makeOld(forgotten);
    create();
    assertThat(forgotten).doesNotExist();
  }

  @Test
  void whatOthersKeepStays() throws IOException {
    Path named = folder("bb-" + NOBODY + "-backup", "rwx------");
    Path open = folder("bb-" + NOBODY + "-1", "rwxr-xr-x");
    Path withFile = folder("bb-" + NOBODY + "-2", "rwx------");
    Files.writeString(withFile.resolve("thesis.txt"), "years of work");
    Path withFolder = folder("bb-" + NOBODY + "-3", "rwx------");
    Files.createDirectory(withFolder.resolve("sub"));
    Path young = folder("bb-" + NOBODY + "-4", "rwx------");
    Path running = folder("bb-" + ProcessHandle.current().pid() + "-5", "rwx------");
    for (Path folder : new Path[] {named, open, withFile, withFolder, running}) {
      makeOld(folder);
    }
    create();
    assertThat(root.toFile().list())
        .containsExactlyInAnyOrder(names(named, open, withFile, withFolder, young, running));
    assertThat(withFile.resolve("thesis.txt")).exists();
  }

  private void create() throws IOException {
    try (PrivateFolder made = PrivateFolder.create(root)) {
      assertThat(made.path()).isDirectory();
    }
  }

  private Path folder(String name, String permissions) throws IOException {
    Path folder = Files.createDirectory(root.resolve(name));
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }

  private static void socketIn(Path folder) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("worker.sock")));
    }
  }

  private static void makeOld(Path folder) throws IOException {
    Instant yesterday = Instant.now().minus(Duration.ofHours(24));
    Files.setLastModifiedTime(folder, FileTime.from(yesterday));
  }

  private static String[] names(Path... folders) {
    String[] names = new String[folders.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = folders[i].getFileName().toString();
    }
    return names;
  }
}
