package bridgebench.cli.results;

import bridgebench.scenarios.run.Trust;
import bridgebench.scenarios.run.TrustReason;
import java.util.ArrayList;
import java.util.List;

/** How far a run's machine can be trusted, in lines for a terminal. */
public final class TrustLines {
  private TrustLines() {}

  /** The word, and a line for each reason. */
  public static List<String> of(Trust trust) {
    List<String> lines = new ArrayList<>();
    lines.add("trust: " + trust.level().word());
    for (TrustReason reason : trust.reasons()) {
      lines.add("  " + reason.level().word() + ": " + reason.sentence() + " " + reason.remedy());
    }
    return lines;
  }
}
