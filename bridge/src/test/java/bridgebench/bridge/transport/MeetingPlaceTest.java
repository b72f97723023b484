package bridgebench.bridge.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers come to the address before, beside and instead of the worker. */
class MeetingPlaceTest {

  private static final SocketOptions OPTIONS = new SocketOptions(true, 0);

  @TempDir Path folder;
  private final Greeting greeting = new Greeting(1, Secret.random());
  private final List<SocketChannel> peers = new ArrayList<>();

  @AfterEach
  void closePeers() throws IOException {
    for (SocketChannel peer : peers) {
      peer.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "unix"})
  void strangersDoNotKeepTheWorkerFromComing(String kind) throws IOException {
    try (SocketMeetingPlace place = open(kind)) {
      peer(place);
      hello(peer(place), "0".repeat(64), 1);
      peer(place).write(ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
      peer(place).write(header(Integer.MAX_VALUE, FrameKind.HELLO));
      peer(place).write(header(4097, FrameKind.HELLO));
      peer(place).write(header(100, FrameKind.HELLO));
      peer(place).write(header(100, FrameKind.DATA));
      peer(place).write(ByteBuffer.wrap(new byte[] {0, 0}));
      peer(place).close();
      SocketChannel worker = peer(place);
      hello(worker, greeting.secret().hex(), 1);

      Connection connection = place.await(greeting, () -> true, soon());

      assertThat(connection.workerPid()).isEqualTo(4711);
      connection.reader().limit(1 << 20);
      new FrameWriterTo(worker).send("after the greeting");
      connection.reader().expect(FrameKind.DATA);
      assertThat(connection.reader().body()).asString().isEqualTo("after the greeting");
      connection.transport().close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "unix"})
  void moreSilentStrangersThanAreHeardAtOnceDoNotKeepTheWorkerFromComing(String kind)
      throws Exception {
    try (SocketMeetingPlace place = open(kind)) {
      Thread crowd =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 40; i++) {
                    peer(place);
                  }
                  hello(peer(place), greeting.secret().hex(), 1);
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      crowd.start();
      assertThat(place.await(greeting, () -> true, soon()).workerPid()).isEqualTo(4711);
      crowd.join();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "unix"})
  void withoutTheWorkerTheWaitingEndsAndCountsStrangers(String kind) throws IOException {
    try (SocketMeetingPlace place = open(kind)) {
      hello(peer(place), "1".repeat(64), 1);
      hello(peer(place), "", 1);
      assertThatThrownBy(
              () -> place.await(greeting, () -> true, Deadline.in(Duration.ofMillis(300))))
          .isInstanceOf(NobodyCameException.class)
          .hasMessageContaining("within 0.3 s")
          .hasMessageContaining("2 peer(s) with another secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "unix"})
  void theWaitingEndsAtOnceWhenTheWorkerHasEnded(String kind) throws IOException {
    try (SocketMeetingPlace place = open(kind)) {
      assertThatThrownBy(() -> place.await(greeting, () -> false, soon()))
          .isInstanceOf(NobodyCameException.class)
          .hasMessageContaining("ended before it connected");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "unix"})
  void anInterruptEndsTheWaitingAtOnce(String kind) throws IOException {
    try (SocketMeetingPlace place = open(kind)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> place.await(greeting, () -> true, soon()))
          .isInstanceOf(ClosedByInterruptException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "unix"})
  void theRightSecretWithAnotherVersionIsAnError(String kind) throws IOException {
    try (SocketMeetingPlace place = open(kind)) {
      hello(peer(place), greeting.secret().hex(), 2);
      assertThatThrownBy(() -> place.await(greeting, () -> true, soon()))
          .hasMessageContaining("speaks protocol 2, expected 1");
    }
  }

  private SocketMeetingPlace open(String kind) throws IOException {
    return kind.equals("tcp")
        ? SocketMeetingPlace.tcp(OPTIONS)
        : SocketMeetingPlace.unix(folder.resolve("worker.sock"), OPTIONS);
  }

  private SocketChannel peer(SocketMeetingPlace place) throws IOException {
    ObjectNode bootstrap = new JsonMapper().createObjectNode();
    place.describeTo(bootstrap);
    SocketChannel channel =
        bootstrap.has("path")
            ? SocketChannel.open(UnixDomainSocketAddress.of(bootstrap.get("path").asText()))
            : SocketChannel.open(
                new InetSocketAddress(
                    bootstrap.get("host").asText(), bootstrap.get("port").asInt()));
    synchronized (peers) {
      peers.add(channel);
    }
    return channel;
  }

  private static void hello(SocketChannel peer, String secret, int protocol) throws IOException {
    FrameWriter writer = new FrameWriter(peer);
    String json = "{\"protocol\": " + protocol + ", \"pid\": 4711, \"secret\": \"" + secret + "\"}";
    writer.write(FrameKind.HELLO, json.getBytes(StandardCharsets.UTF_8));
    writer.flush();
  }

  private static ByteBuffer header(int length, FrameKind kind) {
    return ByteBuffer.allocate(5).putInt(length).put(kind.code()).flip();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10));
  }

  private record FrameWriterTo(SocketChannel channel) {
    void send(String text) throws IOException {
      FrameWriter writer = new FrameWriter(channel);
      writer.write(FrameKind.DATA, text.getBytes(StandardCharsets.UTF_8));
      writer.flush();
    }
  }
}
