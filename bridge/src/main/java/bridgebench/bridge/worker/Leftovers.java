package bridgebench.bridge.worker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends what is still open when the JVM exits: after Ctrl-C nobody else closes a worker. */
final class Leftovers {

  private static final Set<Runnable> ENDINGS = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> ENDINGS.forEach(Runnable::run), "bridgebench-leftovers"));
  }

  private Leftovers() {}

  /** To be run when the JVM exits, unless it is forgotten before. */
  static void remember(Runnable ending) {
    ENDINGS.add(ending);
  }

  static void forget(Runnable ending) {
    ENDINGS.remove(ending);
  }
}
