package bridgebench.jmh.runner;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** The program was replaced while it measured; what it had measured is in the journal. */
public final class ProgramReplacedException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  ProgramReplacedException(Path jar) {
    super(
        jar
            + " is not what it was when the run began, after a build perhaps; further forks would"
            + " measure another program. What is measured is kept: 'resume' goes on with the new"
            + " jar and names the change; to measure that one alone, run it anew");
  }
}
