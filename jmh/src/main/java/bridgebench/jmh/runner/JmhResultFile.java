package bridgebench.jmh.runner;

import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * {@code jmh-result.json}, derived from the journal in JMH's own JSON format by JMH's own writer.
 *
 * <p>As JMH does, it leaves out scenarios that failed. JMH pools iterations of all forks into one
 * interval; the raw data of each fork is in it for tools that know better.
 */
final class JmhResultFile {
  private static final int RESULTS_OF_A_PART = 8;

  private JmhResultFile() {}

  /** Derives it from the folder's journal, replacing what is older. */
  static void write(RunFolder folder, JournalContents journal) throws IOException {
    List<RunResult> results = new JmhResults(journal).all();
    DerivedFile.replace(folder.jmhResult(), json(results).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The results as JMH writes them. Its writer sorts every metric for each of its percentiles and
   * goes over the whole text some twenty times: parts are written side by side, and are the same
   * bytes.
   */
  static String json(List<RunResult> results) {
    List<List<RunResult>> parts = new ArrayList<>();
    for (int from = 0; from < results.size(); from += RESULTS_OF_A_PART) {
      parts.add(results.subList(from, Math.min(from + RESULTS_OF_A_PART, results.size())));
    }
    if (parts.size() < 2) {
      return whole(results);
    }
    List<String> texts = parts.parallelStream().map(JmhResultFile::whole).toList();
    String end = texts.get(0).substring(texts.get(0).lastIndexOf(']'));
    return texts.stream()
        .map(JmhResultFile::withoutBrackets)
        .collect(Collectors.joining(",", "[", "\n" + end));
  }

  static String whole(List<RunResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String withoutBrackets(String list) {
    return list.substring(list.indexOf('[') + 1, list.lastIndexOf(']')).stripTrailing();
  }
}
