package bridgebench.bridge.driver;

import bridgebench.bridge.driver.plan.Aggregated;
import bridgebench.bridge.driver.plan.Plan;
import java.util.List;

/** Groups of rows, of which nothing is known before aggregates are named. Called by Py4J. */
public final class GroupedHandle {

  private final DriverEntry entry;
  private final Plan plan;
  private final String key;

  GroupedHandle(DriverEntry entry, Plan plan, String key) {
    this.entry = entry;
    this.plan = plan;
    this.key = key;
  }

  /** One row a group: the key, then the aggregates, for example {@code "sum(x)"}. */
  public FrameHandle agg(List<String> aggregates) {
    return new FrameHandle(entry, new Aggregated(plan, key, List.copyOf(aggregates)));
  }
}
