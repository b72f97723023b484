package bridgebench.cli.doctor;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.clock.ClockOffset;
import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.task.BridgeSettings;
import bridgebench.bridge.task.TaskReport;
import bridgebench.bridge.task.UdfSession;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Resolution;
import bridgebench.scenarios.model.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Lets a real worker answer one small task, and compares its clock with the JVM's. */
public final class WorkerCheck {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final long MAX_FRAME_BYTES = 16L << 20;

  private WorkerCheck() {}

  /**
   * Starts the worker, and ends it.
   *
   * @param socketFolder where the worker's private folder with its socket is made
   */
  public static List<Finding> of(PythonLaunch python, Path socketFolder) {
    // Pickled rows: this JVM then loads nothing of Arrow.
    Scenario scenario =
        Resolution.scenario(
            Map.of(Axis.MODE, "pickle", Axis.ROWS, "1000", Axis.FUNCTION, "plus-one"),
            socketFolder);
    BridgeSettings settings =
        new BridgeSettings(python, socketFolder, DEADLINE, MAX_FRAME_BYTES, 1, false);
    try (UdfSession session = UdfSession.open(scenario, settings)) {
      TaskReport report = session.runTask();
      return List.of(
          Finding.ok("worker", "answered " + report.rows() + " rows, every value right"),
          session.clock().map(WorkerCheck::clocks).orElseGet(WorkerCheck::noClocks));
    } catch (BridgeException e) {
      return List.of(
          Finding.fail(
              "worker",
              String.valueOf(e.getMessage()),
              "bridgebench setup, or another interpreter with --python PATH"));
    }
  }

  private static Finding clocks(ClockOffset offset) {
    String found =
        "offset of the two monotonic clocks is between "
            + offset.lowNanos()
            + " and "
            + offset.highNanos()
            + " ns";
    return offset.verified()
        ? Finding.ok("clocks", found + ": one clock")
        : Finding.warn(
            "clocks",
            found + ": not one clock, so one-way times are left out of the results",
            "run JVM and Python on the same machine, outside of time namespaces");
  }

  private static Finding noClocks() {
    return Finding.warn(
        "clocks", "not compared", "one-way times are left out of the results; nothing to do");
  }
}
