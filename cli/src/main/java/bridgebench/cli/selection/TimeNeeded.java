package bridgebench.cli.selection;

import bridgebench.scenarios.suite.PlannedScenario;
import bridgebench.scenarios.suite.Suite;
import java.time.Duration;

/** How long a suite takes, before any fork has run. */
public final class TimeNeeded {
  private TimeNeeded() {}

  /** The nominal time of all iterations, and a usual start for each fork. */
  public static Duration of(Suite suite) {
    return suite.scenarios().stream().map(TimeNeeded::of).reduce(Duration.ZERO, Duration::plus);
  }

  /** The same for one scenario. */
  public static Duration of(PlannedScenario planned) {
    return Duration.ofNanos(planned.expectedNanos());
  }
}
