package bridgebench.reports.page;

import bridgebench.reports.chart.Ink;
import java.util.Locale;

/** Stages, actors and parts of a start in words and colours. */
final class StageText {

  private StageText() {}

  /** The part of a stage key behind the actor, for example "encode". */
  static String part(String stageKey) {
    return stageKey.substring(stageKey.indexOf('.') + 1);
  }

  /** The actor of a stage key, or the empty word where the key has none. */
  static String actor(String stageKey) {
    return stageKey.substring(0, Math.max(0, stageKey.indexOf('.')));
  }

  static String actorName(String actor) {
    return switch (actor) {
      case "jvm-writer" -> "JVM writer";
      case "jvm-reader" -> "JVM reader";
      case "python" -> "Python";
      case "jvm" -> "JVM";
      default -> actor;
    };
  }

  /** The colour of a part: no two parts that one actor can have share one. */
  static Ink ink(String part) {
    return switch (part.toLowerCase(Locale.ROOT)) {
      case "encode", "interpreter" -> Ink.ENCODE;
      case "write", "spawn" -> Ink.WRITE;
      case "connect" -> Ink.CONNECT;
      case "read", "wait", "pace" -> Ink.READ;
      case "decode", "function" -> Ink.DECODE;
      case "compute", "imports", "produce", "rows", "aggregate" -> Ink.COMPUTE;
      case "cycle-search" -> Ink.CYCLES;
      case "to-pandas", "from-pandas" -> Ink.FRAME;
      case "check", "first-batch", "plan" -> Ink.CHECK;
      case "run queue" -> Ink.QUEUE;
      default -> Ink.UNACCOUNTED;
    };
  }
}
