package bridgebench.bridge.transport;

import bridgebench.bridge.frame.FrameException;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Accepts peers until one shows the secret. All are heard at once on one thread, so that a silent
 * stranger keeps nobody waiting; who says anything wrong is closed and only counted.
 */
final class Doorkeeper implements AutoCloseable {

  /** Strangers heard at once; one more, and the one that has waited longest is closed. */
  private static final int MAX_PENDING = 16;

  private static final long LOOK_AROUND_MILLIS = 20;

  /** The peer that showed the secret, its channel blocking again. */
  record Admitted(SocketChannel channel, FrameReader reader, long workerPid) {}

  private final ServerSocketChannel server;
  private final Greeting greeting;
  private final Selector selector;
  private final Deque<Guest> guests = new ArrayDeque<>();
  private int turnedAway;

  Doorkeeper(ServerSocketChannel server, Greeting greeting) throws IOException {
    this.server = server;
    this.greeting = greeting;
    this.selector = Selector.open();
  }

  Admitted await(BooleanSupplier alive, Deadline deadline) throws IOException {
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    while (true) {
      // Asked before listening: what a worker said before it died is still heard.
      boolean wasAlive = alive.getAsBoolean();
      selector.select(LOOK_AROUND_MILLIS);
      if (Thread.currentThread().isInterrupted()) {
        // Select would return at once for ever.
        throw new ClosedByInterruptException();
      }
      for (SelectionKey key : selector.selectedKeys()) {
        Guest guest = (Guest) key.attachment();
        if (guest == null) {
          welcome();
        } else if (guest.hear()) {
          guests.remove(guest);
          return guest.admitted();
        }
      }
      selector.selectedKeys().clear();
      requireHope(wasAlive, deadline);
    }
  }

  @Override
  public void close() throws IOException {
    for (Guest guest : guests) {
      guest.channel.close();
    }
    selector.close();
  }

  private void welcome() throws IOException {
    SocketChannel channel = server.accept();
    if (channel == null) {
      return;
    }
    if (guests.size() == MAX_PENDING) {
      guests.getFirst().turnAway();
    }
    channel.configureBlocking(false);
    Guest guest = new Guest(channel);
    channel.register(selector, SelectionKey.OP_READ, guest);
    guests.addLast(guest);
  }

  private void requireHope(boolean alive, Deadline deadline) throws NobodyCameException {
    if (!alive) {
      throw new NobodyCameException(
          "the worker's process ended before it connected" + strangers(), turnedAway);
    }
    if (deadline.passed()) {
      throw new NobodyCameException(
          "no worker that knows the secret connected within " + deadline + strangers(), turnedAway);
    }
  }

  private String strangers() {
    return turnedAway == 0 ? "" : "; " + turnedAway + " peer(s) with another secret were refused";
  }

  /** Somebody who has connected and not yet shown the secret. */
  private final class Guest {
    private final SocketChannel channel;
    private final FrameReader reader;
    private @Nullable ByteBuffer hello;
    private long workerPid;

    Guest(SocketChannel channel) {
      this.channel = channel;
      this.reader = new FrameReader(channel, Greeting.MAX_BYTES);
    }

    /** Whether the peer has shown the secret. */
    boolean hear() throws IOException {
      try {
        return heardAll() && admit();
      } catch (FrameException e) {
        if (e.fault() == FrameException.Fault.BODY) {
          throw e;
        }
        turnAway();
      } catch (IOException e) {
        turnAway();
      }
      return false;
    }

    private boolean heardAll() throws IOException {
      ByteBuffer body = hello;
      if (body == null) {
        if (!reader.tryNext()) {
          return false;
        }
        if (reader.kind() != FrameKind.HELLO) {
          throw reader.unexpected("HELLO");
        }
        body = ByteBuffer.allocate(reader.bodyBytes());
        hello = body;
      }
      return reader.tryBody(body);
    }

    private boolean admit() throws IOException {
      Optional<Long> pid = hello == null ? Optional.empty() : greeting.admit(hello.array());
      if (pid.isEmpty()) {
        turnAway();
        return false;
      }
      workerPid = pid.get();
      return true;
    }

    private void turnAway() throws IOException {
      turnedAway++;
      guests.remove(this);
      channel.close();
    }

    private Admitted admitted() throws IOException {
      SelectionKey key = channel.keyFor(selector);
      if (key != null) {
        key.cancel();
        selector.selectNow();
      }
      channel.configureBlocking(true);
      return new Admitted(channel, reader, workerPid);
    }
  }
}
