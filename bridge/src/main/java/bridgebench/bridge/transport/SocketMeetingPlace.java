package bridgebench.bridge.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A listening socket: TCP on an ephemeral loopback port, or Unix in the private folder. */
public final class SocketMeetingPlace implements MeetingPlace {

  private final ServerSocketChannel server;
  private final StandardProtocolFamily family;
  private final SocketOptions options;
  private final @Nullable Path path;

  private SocketMeetingPlace(
      ServerSocketChannel server,
      StandardProtocolFamily family,
      SocketOptions options,
      @Nullable Path path) {
    this.server = server;
    this.family = family;
    this.options = options;
    this.path = path;
  }

  /** Listens on a loopback port that the system chooses. */
  public static SocketMeetingPlace tcp(SocketOptions options) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET);
    try {
      if (options.bufferBytes() > 0) {
        // Before the connection exists: the window scale is agreed when it is made.
        server.setOption(StandardSocketOptions.SO_RCVBUF, options.bufferBytes());
      }
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      server.bind(new InetSocketAddress(loopback, 0));
      return new SocketMeetingPlace(server, StandardProtocolFamily.INET, options, null);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Listens on a new socket file, in a folder that only this user can enter. */
  public static SocketMeetingPlace unix(Path path, SocketOptions options) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
      return new SocketMeetingPlace(server, StandardProtocolFamily.UNIX, options, path);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw new IOException(
          "cannot listen on the Unix socket " + path + " (" + path.toString().length() + " bytes)",
          e);
    }
  }

  @Override
  public void describeTo(ObjectNode bootstrap) {
    options.describeTo(bootstrap);
    if (path != null) {
      bootstrap.put("transport", "unix").put("path", path.toString());
      return;
    }
    bootstrap.put("transport", "tcp").put("host", "127.0.0.1").put("port", port());
  }

  @Override
  public Connection await(Greeting greeting, BooleanSupplier alive, Deadline deadline)
      throws IOException {
    try (Doorkeeper doorkeeper = new Doorkeeper(server, greeting)) {
      Doorkeeper.Admitted admitted = doorkeeper.await(alive, deadline);
      SocketChannel channel = admitted.channel();
      try {
        options.apply(channel, family);
        SocketTransport transport =
            new SocketTransport(channel, SocketOptions.inForce(channel, family));
        return new Connection(transport, admitted.reader(), admitted.workerPid());
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (path != null) {
      Files.deleteIfExists(path);
    }
  }

  private int port() {
    return server.socket().getLocalPort();
  }
}
