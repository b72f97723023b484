package bridgebench.bridge.driver;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.transport.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import py4j.GatewayServer;

/**
 * Py4J's server on an ephemeral loopback port, which answers nobody who does not know the secret.
 * Its sockets are as Py4J makes them: without TCP_NODELAY.
 */
final class DriverGateway implements AutoCloseable {

  // Kept: a logger that nobody holds forgets its level. Py4J logs every broken connection.
  private static final Logger PY4J = Logger.getLogger("py4j");

  static {
    PY4J.setLevel(Level.OFF);
  }

  private final Secret secret = Secret.random();
  private final AcceptedSockets sockets = new AcceptedSockets();
  private final GatewayServer server;
  private long ownBindings;

  private DriverGateway(Object entry) {
    InetAddress loopback = loopback();
    this.server =
        new GatewayServer.GatewayServerBuilder(entry)
            .javaPort(0)
            .javaAddress(loopback)
            .callbackClient(0, loopback, secret.hex())
            .authToken(secret.hex())
            .serverSocketFactory(sockets)
            .build();
  }

  /**
   * Starts a server.
   *
   * @param entry the object that Python gets first
   */
  static DriverGateway start(Object entry) {
    DriverGateway gateway = new DriverGateway(entry);
    CompletableFuture<Void> started = new CompletableFuture<>();
    // Py4J's threads take after the one that starts them: a forgotten gateway must not keep the
    // JVM.
    Thread starter = new Thread(() -> gateway.startAndTell(started), "bridgebench-gateway");
    starter.setDaemon(true);
    starter.start();
    try {
      started.join();
    } catch (CompletionException e) {
      throw new BridgeException(
          Kind.START, "cannot open Py4J's gateway: " + e.getCause(), "", e.getCause());
    }
    return gateway;
  }

  private void startAndTell(CompletableFuture<Void> started) {
    try {
      server.start();
      started.complete(null);
    } catch (RuntimeException | Error e) {
      started.completeExceptionally(e);
    }
  }

  int port() {
    return server.getListeningPort();
  }

  Secret secret() {
    return secret;
  }

  /** Takes what Python holds by now as the session's own. */
  void beginCounting() {
    ownBindings = bindings();
  }

  /** Objects that Python holds since counting began. */
  long liveHandles() {
    return bindings() - ownBindings;
  }

  @Override
  public void close() {
    server.shutdown();
    // Py4J forgets a connection that it has accepted meanwhile; Python would wait for it for ever.
    sockets.close();
  }

  private long bindings() {
    return server.getGateway().getBindings().size();
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
