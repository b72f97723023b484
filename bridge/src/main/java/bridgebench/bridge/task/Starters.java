package bridgebench.bridge.task;

import bridgebench.bridge.worker.WorkerOptions;
import bridgebench.bridge.worker.WorkerStarter;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Start;
import java.util.List;

/** Which way of starting workers a scenario asks for. */
final class Starters {

  private Starters() {}

  static WorkerStarter of(Scenario scenario, BridgeSettings settings) {
    WorkerOptions options = settings.workerOptions(scenario.id());
    List<String> preload =
        scenario.word(Axis.MODE) == null ? List.of() : scenario.mode().pythonImports();
    boolean daemon = scenario.wordOr(Axis.START, Start.COLD) == Start.DAEMON;
    return daemon
        ? WorkerStarter.daemon(scenario, options, preload)
        : WorkerStarter.cold(scenario, options, preload);
  }
}
