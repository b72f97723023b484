package bridgebench.cli.progress;

import java.time.Duration;

/** Writes an estimate of time with as much precision as it has. */
public final class TimeLeft {
  private TimeLeft() {}

  /** Such as {@code 45 s}, {@code 3 min 20 s}, {@code 1 h 5 min}. */
  public static String text(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
