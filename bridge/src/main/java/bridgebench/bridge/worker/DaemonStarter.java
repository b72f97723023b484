package bridgebench.bridge.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forks each worker from one daemon, which is launched with the first. */
final class DaemonStarter implements WorkerStarter {

  private final WorkerOptions options;
  private final List<String> preload;
  private final Meeting meeting;
  private @Nullable DaemonProcess daemon;

  DaemonStarter(WorkerPlace place, WorkerOptions options, List<String> preload) {
    this.options = options;
    this.preload = preload;
    this.meeting = new Meeting(place, options, List.of());
  }

  @Override
  public StartedWorker start() {
    DaemonProcess running = daemon;
    if (running == null) {
      running = DaemonProcess.launch(options, preload);
      daemon = running;
    }
    return meeting.start(running::fork);
  }

  @Override
  public void close() {
    if (daemon != null) {
      daemon.close();
      daemon = null;
    }
  }
}
