package bridgebench.jmh.benchmark;

import bridgebench.bridge.driver.DriverReport;
import bridgebench.bridge.driver.DriverSession;
import bridgebench.jmh.fork.OperationTally;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A driver that acts on rows. Parameters are the axes of the paths {@code collect} to {@code
 * range}; {@code -} means that an axis does not apply or takes its default.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class DriverState extends DriverSessionState {
  @Param({"collect", "to-pandas", "to-arrow", "create-dataframe", "parallelize", "count"})
  public String path;

  @Param("-")
  public String place;

  @Param("-")
  public String origin;

  @Param("-")
  public String mode;

  @Param("-")
  public String transport;

  @Param("-")
  public String shape;

  @Param("100000")
  public String rows;

  @Param("-")
  public String batchRows;

  @Param("-")
  public String windowRows;

  @Param("-")
  public String plan;

  @Param("-")
  public String rowsAs;

  @Param("-")
  public String selfDestruct;

  @Param("-")
  public String splitBlocks;

  @Param("-")
  public String budgetBytes;

  @Param("-")
  public String timeZone;

  @Override
  DriverReport operate(DriverSession session, OperationTally tally) {
    DriverReport block = session.runBlock();
    // What they allocate is allocated all the same.
    thread().beside().addUncounted(block.uncountedOperations());
    tally.add(block);
    return block;
  }
}
