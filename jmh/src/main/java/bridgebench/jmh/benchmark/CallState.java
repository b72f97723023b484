package bridgebench.jmh.benchmark;

import bridgebench.bridge.driver.DriverReport;
import bridgebench.bridge.driver.DriverSession;
import bridgebench.bridge.task.BridgeSettings;
import bridgebench.jmh.fork.OperationTally;
import bridgebench.scenarios.model.Scenario;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A driver that calls. Parameters are the axes of path {@code call}; {@code -} means that an axis
 * does not apply or takes its default.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class CallState extends DriverSessionState {
  @Param("call")
  public String path;

  @Param({"static", "long", "bytes-in", "bytes-out", "callback"})
  public String call;

  @Param("-")
  public String elements;

  @Param("-")
  public String messageBytes;

  @Param("-")
  public String threads;

  private int callers;

  @Override
  DriverSession open(Scenario scenario, BridgeSettings settings) {
    callers = scenario.sideBySide();
    return super.open(scenario, settings);
  }

  @Override
  DriverReport operate(DriverSession session, OperationTally tally) {
    DriverReport block = session.runOperation();
    tally.addCalls(block, callers);
    return block;
  }
}
