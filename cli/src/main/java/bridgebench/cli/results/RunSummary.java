package bridgebench.cli.results;

import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.reports.page.QuestionAnswers;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.run.Trust;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the program tells about a run when it is over. The component names are the keys of the JSON
 * object.
 *
 * @param runFolder the folder of the run, absolute
 * @param report the report, absolute
 * @param runFile run.json, absolute
 * @param outcome "finished", "interrupted" or "unfinished"
 * @param trust how quiet the machine was, with what was not
 * @param scenarios how many scenarios the suite has
 * @param failures message of each failed scenario, by id
 * @param findings the answer of each question, by the question's id; those that rest on single
 *     forks last
 */
public record RunSummary(
    String runFolder,
    String report,
    String runFile,
    String outcome,
    Trust trust,
    int scenarios,
    Map<String, String> failures,
    Map<String, String> findings) {

  /** The summary of an analysed run. */
  public static RunSummary of(RunFolder folder, RunAnalysis analysis) {
    Map<String, String> findings = new LinkedHashMap<>();
    for (QuestionAnalysis question : QuestionAnswers.conclusiveFirst(analysis.questions())) {
      QuestionAnswers.of(question).ifPresent(answer -> findings.put(question.id(), answer));
    }
    return new RunSummary(
        folder.path().toAbsolutePath().normalize().toString(),
        folder.report().toAbsolutePath().normalize().toString(),
        folder.runFile().toAbsolutePath().normalize().toString(),
        analysis.facts().outcome(),
        analysis.trust(),
        analysis.arms().size(),
        failures(analysis.failedArms()),
        findings);
  }

  /** One line for a reader, a question each, and what is to be known of the machine. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    findings.forEach((question, finding) -> sentences.add(question + ": " + finding));
    sentences.addAll(TrustLines.of(trust));
    return sentences;
  }

  public String toJson() {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and maps always become JSON", e);
    }
  }

  private static Map<String, String> failures(List<Arm> failed) {
    Map<String, String> failures = new LinkedHashMap<>();
    for (Arm arm : failed) {
      if (arm.failure() != null) {
        failures.put(arm.scenario().id(), arm.failure().message());
      }
    }
    return failures;
  }
}
