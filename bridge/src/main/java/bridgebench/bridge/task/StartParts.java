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
   * @param sameClock whether Python's readings are on the JVM's clock. If they are not, none is
   *     used: what lies between the process and its greeting is then one part, {@code connect}
   * @param readyNanos when READY had come, on the JVM's clock
   * @param firstAnswerNanos when the first batch had come back, checked
   */
  static Map<String, Long> of(
      StartedWorker start,
      boolean forked,
      boolean sameClock,
      long readyNanos,
      long firstAnswerNanos) {
    Map<String, Long> parts = new LinkedHashMap<>();
    long mark = start.beginNanos();
    if (!sameClock) {
      mark = part(parts, "spawn", mark, start.spawnedNanos());
      mark = part(parts, "connect", mark, start.connectedNanos());
      mark = part(parts, "function", mark, readyNanos);
      part(parts, "first-batch", mark, firstAnswerNanos);
      return parts;
    }
    Map<String, Long> python = start.worker().ready().timesNanos();
    if (forked) {
      mark = part(parts, "spawn", mark, time(python, "started"));
    } else {
      mark = part(parts, "spawn", mark, start.spawnedNanos());
      mark = part(parts, "interpreter", mark, time(python, "started"));
    }
    mark = part(parts, "imports", mark, time(python, "imported"));
    mark = part(parts, "connect", mark, start.connectedNanos());
    mark = part(parts, "function", mark, time(python, "functionLoaded"));
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
