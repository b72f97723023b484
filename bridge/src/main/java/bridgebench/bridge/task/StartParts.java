package bridgebench.bridge.task;

import bridgebench.bridge.worker.StartedWorker;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cuts the time from asking for a process to its first answer into consecutive parts, whose sum is
 * the whole.
 */
final class StartParts {

  private StartParts() {}

  /**
   * The parts of a start.
   *
   * @param forked whether a daemon forked the worker: it has no interpreter to bring up
   * @param sameClock whether Python's readings are on the JVM's clock. If they are not, only the
   *     lengths between two of them are used, and the rest is what the JVM saw around them
   * @param readyNanos when READY had come, on the JVM's clock
   * @param firstAnswerNanos when the first batch had come back, decoded
   */
  static Map<String, Long> of(
      StartedWorker start,
      boolean forked,
      boolean sameClock,
      long readyNanos,
      long firstAnswerNanos) {
    Map<String, Long> python = start.worker().ready().timesNanos();
    long started = time(python, "started");
    long connected = time(python, "connected");
    long startedHere =
        sameClock ? started : start.connectedNanos() - Math.max(0, connected - started);
    long importedHere = time(python, "imported") + (startedHere - started);
    long loadedHere = sameClock ? time(python, "functionLoaded") : readyNanos;

    Map<String, Long> parts = new LinkedHashMap<>();
    long mark = start.beginNanos();
    if (forked) {
      mark = part(parts, "spawn", mark, startedHere);
    } else {
      mark = part(parts, "spawn", mark, start.spawnedNanos());
      mark = part(parts, "interpreter", mark, startedHere);
    }
    mark = part(parts, "imports", mark, importedHere);
    mark = part(parts, "connect", mark, start.connectedNanos());
    mark = part(parts, "function", mark, loadedHere);
    part(parts, "first-batch", mark, firstAnswerNanos);
    return parts;
  }

  // A reading of the other process can lie before ours without being wrong: the system made the
  // process before it told us. Such a part takes no time, and the next begins where this one did.
  private static long part(Map<String, Long> parts, String name, long from, long to) {
    long end = Math.max(from, to);
    parts.put(name, end - from);
    return end;
  }

  private static long time(Map<String, Long> times, String name) {
    Long nanos = times.get(name);
    if (nanos == null) {
      throw new IllegalStateException("READY lacks the time '" + name + "': got " + times);
    }
    return nanos;
  }
}
