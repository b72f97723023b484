package bridgebench.reports.compare;

import bridgebench.scenarios.run.TrustLevel;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One input of a comparison.
 *
 * @param label what the reader knows it by: the run's id or the file's name
 * @param source "run" or "jmh"
 * @param environment facts of the machine and the programs; empty when the input has none
 * @param scenarios how many scenarios it has a result of
 * @param trust how quiet its machine was; unknown of a JMH result
 */
public record ComparedRun(
    String label,
    String source,
    SortedMap<String, String> environment,
    int scenarios,
    TrustLevel trust) {

  /** Why nothing should be concluded from this input yet; empty when there is no such reason. */
  public Optional<String> distrust() {
    return trust == TrustLevel.RED
        ? Optional.of(
            label
                + " was measured while its machine did too much else (trust: red; its report says"
                + " what)")
        : Optional.empty();
  }
}
