package bridgebench.jmh.fork;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Ends this JVM when its host ends, however that happens: the host holds the other end of standard
 * input, which JMH never writes to, and the kernel closes it with the host.
 */
final class HostWatch {
  private static final int EXIT_STATUS = 1;

  private HostWatch() {}

  static void start() {
    Thread thread = new Thread(HostWatch::waitForEnd, "bridgebench-host-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private static void waitForEnd() {
    InputStream fromHost = System.in;
    byte[] ignored = new byte[64];
    try {
      while (fromHost.read(ignored) >= 0) {
        // The host sends nothing; whatever comes is dropped.
      }
    } catch (IOException e) {
      // A broken pipe means the same as its end.
    }
    removeFolder();
    // Not exit: JMH's shutdown hook would talk to the host that is gone. The kernel closes the
    // workers' standard input with this process, which ends them.
    Runtime.getRuntime().halt(EXIT_STATUS);
  }

  // With its sockets and pipes; the host would have removed it.
  private static void removeFolder() {
    // What is left lies in the folder for temporary files.
    ForkFolder.of(Path.of(System.getProperty(ForkOrder.PROPERTY))).ifPresent(ForkFolder::remove);
  }
}
