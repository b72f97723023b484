package bridgebench.bridge.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The options that a scenario may set on both ends of a socket.
 *
 * @param tcpNoDelay whether small writes leave at once; TCP only
 * @param bufferBytes size asked for send and receive buffers; 0 leaves the system's own
 */
public record SocketOptions(boolean tcpNoDelay, int bufferBytes) {

  private static final boolean ON_LINUX = System.getProperty("os.name", "").startsWith("Linux");

  void describeTo(ObjectNode bootstrap) {
    bootstrap.put("tcpNoDelay", tcpNoDelay);
    bootstrap.put("socketBufferBytes", bufferBytes);
  }

  void apply(SocketChannel channel, StandardProtocolFamily family) throws IOException {
    if (family != StandardProtocolFamily.UNIX) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, tcpNoDelay);
    }
    if (bufferBytes > 0) {
      channel.setOption(StandardSocketOptions.SO_SNDBUF, bufferBytes);
      channel.setOption(StandardSocketOptions.SO_RCVBUF, bufferBytes);
    }
  }

  /** What the system says is in force, which is not always what was asked for. */
  static Map<String, String> inForce(SocketChannel channel, StandardProtocolFamily family)
      throws IOException {
    Map<String, String> options = new LinkedHashMap<>();
    if (family != StandardProtocolFamily.UNIX) {
      options.put("tcpNoDelay", channel.getOption(StandardSocketOptions.TCP_NODELAY).toString());
    }
    options.put("sendBufferBytes", kernelBytes(channel, StandardSocketOptions.SO_SNDBUF));
    options.put("receiveBufferBytes", kernelBytes(channel, StandardSocketOptions.SO_RCVBUF));
    return options;
  }

  // Linux keeps twice what it was asked for; Java halves the figure, Python shows it as it is.
  private static String kernelBytes(SocketChannel channel, SocketOption<Integer> option)
      throws IOException {
    int bytes = channel.getOption(option);
    return Integer.toString(ON_LINUX ? 2 * bytes : bytes);
  }
}
