package bridgebench.bridge.task;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.scenarios.model.Axis;
import java.nio.file.Path;
import java.time.Duration;

/** A program that opens a session, says so, and waits to be ended from outside. */
final class AbandonedSession {

  private AbandonedSession() {}

  public static void main(String[] arguments) throws Exception {
    BridgeSettings settings =
        new BridgeSettings(
            new PythonLaunch(Path.of(arguments[0]), Path.of(arguments[1])),
            Path.of(arguments[2]),
            Duration.ofSeconds(20),
            BridgeSettings.MAX_FRAME_BYTES,
            42,
            false);
    UdfSession session =
        UdfSession.open(
            TestScenarios.udf(
                Axis.TRANSPORT,
                arguments[3],
                Axis.START,
                arguments[4],
                Axis.FUNCTION,
                arguments[5]),
            settings);
    System.out.println("ready");
    session.runTask();
    System.out.println("done");
    Thread.sleep(3_600_000);
    session.close();
  }
}
