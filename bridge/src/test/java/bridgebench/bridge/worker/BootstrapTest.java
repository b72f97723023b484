package bridgebench.bridge.worker;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.frame.GoldenBodies;
import bridgebench.bridge.transport.Greeting;
import bridgebench.bridge.transport.MeetingPlace;
import bridgebench.bridge.transport.Secret;
import bridgebench.bridge.transport.SocketMeetingPlace;
import bridgebench.bridge.transport.SocketOptions;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this side writes has the names of the golden bodies, which Python is held to as well. */
class BootstrapTest {

  private static final SocketOptions OPTIONS = new SocketOptions(true, 0);

  @TempDir Path folder;

  @Test
  void theBootstrapOfADaemonHasTheGoldenNames() throws IOException {
    byte[] body = Bootstrap.bytes(Bootstrap.forDaemon(List.of("pyarrow", "pandas")));
    assertThat(GoldenBodies.keysOf(body)).isEqualTo(GoldenBodies.keysOf("bootstrap-daemon.bin"));
  }

  @Test
  void theBootstrapOfATcpWorkerHasTheGoldenNames() throws IOException {
    try (MeetingPlace place = SocketMeetingPlace.tcp(OPTIONS)) {
      assertThat(GoldenBodies.keysOf(bootstrap(place)))
          .isEqualTo(GoldenBodies.keysOf("bootstrap-tcp.bin"));
    }
  }

  @Test
  void theBootstrapOfAUnixWorkerHasTheGoldenNames() throws IOException {
    try (MeetingPlace place = SocketMeetingPlace.unix(folder.resolve("worker.sock"), OPTIONS)) {
      assertThat(GoldenBodies.keysOf(bootstrap(place)))
          .containsAllEntriesOf(GoldenBodies.keysOf("bootstrap-unix.bin"));
    }
  }

  private static byte[] bootstrap(MeetingPlace place) {
    ObjectNode body =
        Bootstrap.forWorker(new Greeting(1, Secret.random()), 1 << 30, List.of("pyarrow"));
    place.describeTo(body);
    return Bootstrap.bytes(body);
  }
}
