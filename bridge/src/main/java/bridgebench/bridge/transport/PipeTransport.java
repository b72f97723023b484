package bridgebench.bridge.transport;

import java.io.IOException;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.Map;

/** Two pipes, each a channel of its own. */
public final class PipeTransport implements Transport {

  private final GatheringByteChannel toWorker;
  private final ReadableByteChannel fromWorker;
  private final Map<String, String> effective;

  PipeTransport(
      GatheringByteChannel toWorker,
      ReadableByteChannel fromWorker,
      Map<String, String> effective) {
    this.toWorker = toWorker;
    this.fromWorker = fromWorker;
    this.effective = effective;
  }

  @Override
  public GatheringByteChannel toWorker() {
    return toWorker;
  }

  @Override
  public ReadableByteChannel fromWorker() {
    return fromWorker;
  }

  @Override
  public Map<String, String> effective() {
    return effective;
  }

  @Override
  public void close() throws IOException {
    try {
      toWorker.close();
    } finally {
      fromWorker.close();
    }
  }
}
