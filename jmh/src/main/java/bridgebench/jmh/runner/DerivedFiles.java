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
    write(folder, Journal.read(folder.path()));
  }

  /**
   * Writes them anew from a journal that has been read.
   *
   * @param journal what the folder's journal holds
   */
  public static void write(RunFolder folder, JournalContents journal) throws IOException {
    JmhResultFile.write(folder, journal);
    LatencyLogs.write(folder, journal);
    SamplesCsv.write(folder, journal);
  }
}
