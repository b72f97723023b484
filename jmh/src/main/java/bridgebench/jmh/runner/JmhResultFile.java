package bridgebench.jmh.runner;

import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * {@code jmh-result.json}, derived from the journal in JMH's own JSON format by JMH's own writer.
 *
 * <p>As JMH does, it leaves out scenarios that failed. JMH pools iterations of all forks into one
 * interval; the raw data of each fork is in it for tools that know better.
 */
public final class JmhResultFile {
  private JmhResultFile() {}

  /** Derives the file of a run folder, replacing an older one. */
  public static void write(RunFolder folder) throws IOException {
    write(folder, Journal.read(folder.path()));
  }

  static void write(RunFolder folder, JournalContents journal) throws IOException {
    List<RunResult> results = new JmhResults(journal).all();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
    DerivedFile.replace(folder.jmhResult(), bytes.toByteArray());
  }
}
