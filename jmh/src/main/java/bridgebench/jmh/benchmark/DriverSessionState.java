package bridgebench.jmh.benchmark;

import bridgebench.bridge.driver.DriverReport;
import bridgebench.bridge.driver.DriverSession;
import bridgebench.bridge.task.BridgeSettings;
import bridgebench.scenarios.model.Scenario;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A Python driver process and the gateway that it calls, owned by a JMH thread. */
public abstract class DriverSessionState extends SessionState<DriverSession, DriverReport> {

  @Override
  DriverSession open(Scenario scenario, BridgeSettings settings) {
    return DriverSession.open(scenario, settings);
  }

  @Override
  Map<String, String> effective(DriverSession session) {
    return session.effective();
  }

  @Override
  Map<String, String> workerVersions(DriverSession session) {
    return session.driverVersions();
  }

  @Override
  Map<String, Histogram> latencies(DriverSession session) {
    return session.latency();
  }

  @Override
  void resetLatencies(DriverSession session) {
    session.resetLatency();
  }
}
