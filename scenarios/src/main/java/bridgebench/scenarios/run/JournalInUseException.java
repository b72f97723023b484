package bridgebench.scenarios.run;

import java.io.IOException;
import java.nio.file.Path;

/** Another process is writing a run's journal: the run is under way. */
public final class JournalInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  JournalInUseException(Path journal) {
    super(
        journal
            + " is being written by another bridgebench process: the run is under way; wait for its"
            + " end");
  }
}
