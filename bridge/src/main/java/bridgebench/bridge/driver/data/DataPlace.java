package bridgebench.bridge.driver.data;

import bridgebench.bridge.transport.Connection;
import bridgebench.bridge.transport.Deadline;
import bridgebench.bridge.transport.Greeting;
import bridgebench.bridge.transport.MeetingPlace;
import bridgebench.bridge.transport.SocketMeetingPlace;
import bridgebench.bridge.transport.SocketOptions;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A socket that waits for one peer that knows its secret, as Spark's socket servers do. */
final class DataPlace implements AutoCloseable {

  private static final SocketOptions OPTIONS = new SocketOptions(true, 0);
  private static final JsonMapper JSON = new JsonMapper();

  private final MeetingPlace place;
  private final Greeting greeting = Greeting.fresh();
  private final Duration patience;
  private volatile boolean closed;

  private DataPlace(MeetingPlace place, Duration patience) {
    this.place = place;
    this.patience = patience;
  }

  /**
   * Listens on the loopback interface.
   *
   * @param patience how long the peer may take to come
   */
  static DataPlace tcp(Duration patience) throws IOException {
    return new DataPlace(SocketMeetingPlace.tcp(OPTIONS), patience);
  }

  /**
   * Listens on a socket file, which does not exist yet, in a folder that only this user can reach.
   *
   * @param patience how long the peer may take to come
   */
  static DataPlace unix(Path file, Duration patience) throws IOException {
    return new DataPlace(SocketMeetingPlace.unix(file, OPTIONS), patience);
  }

  /** How to get here, secret included, as JSON. */
  String address() {
    ObjectNode address = JSON.createObjectNode().put("protocol", Greeting.PROTOCOL);
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
  }
}
