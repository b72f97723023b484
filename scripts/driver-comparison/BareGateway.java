import java.net.InetAddress;
import py4j.GatewayServer;

/** Py4J's server and nothing else: prints its port, serves until its stdin ends. */
public final class BareGateway {

  /** Does nothing. */
  public static int nothing() {
    return 42;
  }

  /** Returns its argument. */
  public String takeString(String value) {
    return value;
  }

  /** Makes bytes. */
  public byte[] giveBytes(int count) {
    return new byte[count];
  }

  public static void main(String[] arguments) throws Exception {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    GatewayServer server =
        new GatewayServer.GatewayServerBuilder(new BareGateway())
            .javaPort(0)
            .javaAddress(loopback)
            .authToken(arguments[0])
            .build();
    server.start();
    System.out.println(server.getListeningPort());
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    server.shutdown();
    System.exit(0);
  }
}
