package bridgebench.bridge.task;

import bridgebench.bridge.worker.StartedWorker;
import bridgebench.bridge.worker.WorkerStarter;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One daemon for each transport, with every library imported, that forks a worker for each session:
 * a hundred sessions then take seconds. The JVM's own pipes cannot be handed to a fork; there every
 * session launches an interpreter.
 */
final class SharedDaemons implements AutoCloseable {

  private static final List<String> LIBRARIES = List.of("pyarrow", "pandas", "scipy.special");

  private final BridgeSettings settings = TestScenarios.settings();
  private final Map<String, WorkerStarter> daemons = new HashMap<>();

  UdfSession open(Scenario scenario) {
    return scenario.mode() == Mode.JVM || "stdio".equals(scenario.word(Axis.PIPE))
        ? UdfSession.open(scenario, settings)
        : WorkerSession.open(scenario, RowPlan.of(scenario, settings), new Lent(daemon(scenario)));
  }

  @Override
  public void close() {
    daemons.values().forEach(WorkerStarter::close);
  }

  private WorkerStarter daemon(Scenario scenario) {
    return daemons.computeIfAbsent(
        scenario.require(Axis.TRANSPORT),
        transport ->
            WorkerStarter.daemon(scenario, settings.workerOptions("shared daemon"), LIBRARIES));
  }

  /** A starter that outlives the sessions which use it. */
  private record Lent(WorkerStarter starter) implements WorkerStarter {
    @Override
    public StartedWorker start() {
      return starter.start();
    }

    @Override
    public void close() {
      // The daemon serves the next session.
    }
  }
}
