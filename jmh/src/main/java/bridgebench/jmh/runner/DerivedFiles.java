package bridgebench.jmh.runner;

import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunFolder;
import java.io.IOException;

/** Everything in a run folder that this module derives from the journal. */
public final class DerivedFiles {
  private DerivedFiles() {}

  /** Writes {@code jmh-result.json}, the {@code .hlog} files and {@code samples.csv} anew. */
  public static void write(RunFolder folder) throws IOException {
    JournalContents journal = Journal.read(folder.path());
    JmhResultFile.write(folder, journal);
    LatencyLogs.write(folder, journal);
    SamplesCsv.write(folder, journal);
  }
}
