package bridgebench.bridge.transport;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Map;

/** One connected socket, TCP or Unix. */
public final class SocketTransport implements Transport {

  private final SocketChannel channel;
  private final Map<String, String> effective;

  SocketTransport(SocketChannel channel, Map<String, String> effective) {
    this.channel = channel;
    this.effective = effective;
  }

  @Override
  public SocketChannel toWorker() {
    return channel;
  }

  @Override
  public SocketChannel fromWorker() {
    return channel;
  }

  @Override
  public Map<String, String> effective() {
    return effective;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
