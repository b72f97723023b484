package bridgebench.bridge.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
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
    options.put("sendBufferBytes", channel.getOption(StandardSocketOptions.SO_SNDBUF).toString());
    options.put(
        "receiveBufferBytes", channel.getOption(StandardSocketOptions.SO_RCVBUF).toString());
    return options;
  }
}
