package bridgebench.bridge.driver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ServerSocketFactory;

/**
 * Makes server sockets that know the connections which they have accepted, so that all of them end
 * together, whatever their server has done with them.
 */
final class AcceptedSockets extends ServerSocketFactory implements AutoCloseable {

  private final List<Socket> accepted = new ArrayList<>();
  private boolean closed;

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new Listening();
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return bound(new InetSocketAddress(port), 0);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return bound(new InetSocketAddress(port), backlog);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return bound(new InetSocketAddress(address, port), backlog);
  }

  /** Ends every connection, and each that is accepted from then on. */
  @Override
  public synchronized void close() {
    closed = true;
    accepted.forEach(AcceptedSockets::end);
    accepted.clear();
  }

  private ServerSocket bound(InetSocketAddress address, int backlog) throws IOException {
    ServerSocket listening = createServerSocket();
    listening.bind(address, backlog);
    return listening;
  }

  private synchronized void remember(Socket connection) {
    accepted.removeIf(Socket::isClosed);
    if (closed) {
      end(connection);
    } else {
      accepted.add(connection);
    }
  }

  private static void end(Socket connection) {
    try {
      connection.close();
    } catch (IOException e) {
      // The peer went first.
    }
  }

  private final class Listening extends ServerSocket {

    Listening() throws IOException {}

    @Override
    public Socket accept() throws IOException {
      Socket connection = super.accept();
      remember(connection);
      return connection;
    }
  }
}
