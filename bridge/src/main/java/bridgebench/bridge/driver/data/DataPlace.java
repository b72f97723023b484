package bridgebench.bridge.driver.data;

import bridgebench.bridge.transport.Connection;
import bridgebench.bridge.transport.Deadline;
import bridgebench.bridge.transport.Greeting;
import bridgebench.bridge.transport.MeetingPlace;
import bridgebench.bridge.transport.Secret;
import bridgebench.bridge.transport.SocketMeetingPlace;
import bridgebench.bridge.transport.SocketOptions;
import bridgebench.bridge.worker.PrivateFolder;
import bridgebench.scenarios.model.TransportKind;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A socket that waits for one peer that knows its secret, as Spark's socket servers do. */
final class DataPlace implements AutoCloseable {

  private static final int PROTOCOL = 1;
  private static final JsonMapper JSON = new JsonMapper();

  private final MeetingPlace place;
  private final @Nullable PrivateFolder folder;
  private final Greeting greeting = new Greeting(PROTOCOL, Secret.random());
  private final Duration patience;
  private volatile boolean closed;

  private DataPlace(MeetingPlace place, @Nullable PrivateFolder folder, Duration patience) {
    this.place = place;
    this.folder = folder;
    this.patience = patience;
  }

  /**
   * Listens on the loopback interface, or on a socket file that only this user can reach.
   *
   * @param root where a folder for the socket file is made
   * @param patience how long the peer may take to come
   */
  static DataPlace open(TransportKind transport, Path root, Duration patience) throws IOException {
    SocketOptions options = new SocketOptions(true, 0);
    if (transport == TransportKind.TCP) {
      return new DataPlace(SocketMeetingPlace.tcp(options), null, patience);
    }
    PrivateFolder folder = PrivateFolder.create(root);
    try {
      return new DataPlace(SocketMeetingPlace.unix(folder.path(), options), folder, patience);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** How to get here, secret included, as JSON. */
  String address() {
    ObjectNode address = JSON.createObjectNode().put("protocol", PROTOCOL);
    address.put("secret", greeting.secret().hex());
    place.describeTo(address);
    return address.toString();
  }

  /** Waits for the peer that was told the address. */
  Connection await() throws IOException {
    return place.await(greeting, () -> !closed, Deadline.in(patience));
  }

  @Override
  public void close() {
    closed = true;
    try {
      place.close();
    } catch (IOException e) {
      // Nobody listens any more, which is what was wanted.
    }
    if (folder != null) {
      folder.close();
    }
  }
}
