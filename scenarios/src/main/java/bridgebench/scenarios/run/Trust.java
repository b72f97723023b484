package bridgebench.scenarios.run;

import java.util.List;
import java.util.Objects;

/**
 * Whether the machine was quiet enough to believe a run's figures: the worst of the reasons.
 *
 * @param level green, amber, red, or unknown where nothing could be judged
 * @param reasons what is not green, worst first
 */
public record Trust(TrustLevel level, List<TrustReason> reasons) {

  /** Of a run whose machine tells nothing. */
  public static final Trust UNKNOWN = new Trust(TrustLevel.UNKNOWN, List.of());

  public Trust {
    Objects.requireNonNull(level, "level");
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }
}
