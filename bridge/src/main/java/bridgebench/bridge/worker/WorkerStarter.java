package bridgebench.bridge.worker;

import bridgebench.bridge.BridgeException;
import bridgebench.scenarios.model.Scenario;
import java.util.List;

/** Makes workers for one scenario: launched one by one, or forked by a daemon. */
public interface WorkerStarter extends AutoCloseable {

  /**
   * Starts a worker and waits until it has connected and shown the secret.
   *
   * @throws BridgeException saying why none came
   */
  StartedWorker start();

  @Override
  void close();

  /**
   * Launches a new interpreter that talks over its own stdin and stdout.
   *
   * @param preload packages that it imports before it greets
   */
  static WorkerStarter overStdio(WorkerOptions options, List<String> preload) {
    return new ColdStarter(WorkerPlace.stdio(), options, preload);
  }

  /**
   * Launches a new interpreter for each worker.
   *
   * @param preload packages that the worker imports before it connects
   */
  static WorkerStarter cold(Scenario scenario, WorkerOptions options, List<String> preload) {
    return new ColdStarter(WorkerPlace.of(scenario), options, preload);
  }

  /**
   * Forks each worker from a daemon, which is launched with the first.
   *
   * @param preload packages that the daemon imports before it forks
   */
  static WorkerStarter daemon(Scenario scenario, WorkerOptions options, List<String> preload) {
    return new DaemonStarter(WorkerPlace.of(scenario), options, preload);
  }
}
