package bridgebench.bridge.transport;

import java.io.IOException;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.Map;

/** Two channels, one to the worker and one from it. */
public interface Transport extends AutoCloseable {

  GatheringByteChannel toWorker();

  ReadableByteChannel fromWorker();

  /**
   * What the operating system says is in force on the JVM's end, by name: socket options and buffer
   * sizes, or the kind of pipe.
   */
  Map<String, String> effective();

  /**
   * Ends both channels; a thread blocked in either gets an exception. Closing twice does nothing
   * more.
   */
  @Override
  void close() throws IOException;
}
