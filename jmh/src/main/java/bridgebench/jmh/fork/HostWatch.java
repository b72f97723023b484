package bridgebench.jmh.fork;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * Ends this JVM when its host ends, however that happens: the host holds the other end of standard
 * input, which JMH never writes to, and the kernel closes it with the host.
 */
final class HostWatch {
  private static final long EXIT_SECONDS = 5;
  private static final int EXIT_STATUS = 1;

  private HostWatch() {}

  static void start() {
    daemon("bridgebench-host-watch", HostWatch::waitForEnd);
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
    daemon("bridgebench-halt", HostWatch::haltLater);
    System.exit(EXIT_STATUS); // Runs the hooks that close sessions and remove sockets.
  }

  // JMH's own shutdown hook talks to the host that is gone; it must not keep this JVM alive.
  private static void haltLater() {
    try {
      TimeUnit.SECONDS.sleep(EXIT_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(EXIT_STATUS);
  }

  private static void daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }
}
