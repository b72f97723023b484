package bridgebench.bridge.clock;

import bridgebench.scenarios.run.Stage;
import java.util.Arrays;
import java.util.Map;

/**
 * The stages of one actor. Marks are consecutive: each stage begins where the one before it ended,
 * so that nothing of the actor's time is counted twice.
 *
 * <p>Switched off, it reads no clock at all. For one thread; switched by whoever hands that thread
 * its work.
 */
public final class StageClock {

  private static final int STAGES = Stage.values().length;

  private boolean on;
  private final long[] nanos = new long[STAGES];
  private long mark;

  public StageClock(boolean on) {
    this.on = on;
  }

  public boolean on() {
    return on;
  }

  /** Switches it between two tasks. */
  public void turn(boolean on) {
    this.on = on;
  }

  /** Forgets what was measured, and begins the first stage. */
  public void start() {
    if (on) {
      Arrays.fill(nanos, 0);
      mark = System.nanoTime();
    }
  }

  /** Ends a stage, and begins the next. */
  public void finished(Stage stage) {
    if (on) {
      long now = System.nanoTime();
      nanos[stage.ordinal()] += now - mark;
      mark = now;
    }
  }

  /** When the last stage ended; meaningless when switched off. */
  public long mark() {
    return mark;
  }

  public long nanos(Stage stage) {
    return nanos[stage.ordinal()];
  }

  /** Adds every stage that took any time, by its key. */
  public void addTo(Map<String, Long> stageNanos) {
    for (Stage stage : Stage.values()) {
      if (nanos[stage.ordinal()] > 0) {
        stageNanos.merge(stage.key(), nanos[stage.ordinal()], Long::sum);
      }
    }
  }
}
