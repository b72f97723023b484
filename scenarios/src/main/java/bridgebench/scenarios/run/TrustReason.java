package bridgebench.scenarios.run;

import java.util.Objects;

/**
 * One thing that went on around a run's forks and is not green.
 *
 * @param level how bad
 * @param fact what it is: "foreign-cpu", "steal", "throttling", "thermal-throttling",
 *     "major-faults", "frequency", "load", "waiting-for-cores", "garbage-collection"
 * @param sentence what was found, with the limit
 * @param remedy what to do about it
 * @param forks how many forks passed the limit of that level
 * @param judgedForks how many forks could be judged
 * @param worst the reading of the worst fork, in the fact's unit: a share from 0 to 1, a number a
 *     second, or a number
 */
public record TrustReason(
    TrustLevel level,
    String fact,
    String sentence,
    String remedy,
    int forks,
    int judgedForks,
    double worst) {

  public TrustReason {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(fact, "fact");
  }
}
