package bridgebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.python.PythonUse;
import bridgebench.scenarios.suite.SuiteException;
import bridgebench.scenarios.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonUsesTest {

  @TempDir Path folder;

  @Test
  void scipyIsNeededForCdfOverArraysAndTheDriversPackagesForItsPaths() throws Exception {
    assertThat(uses("path: udf, axes: {mode: [pickle, arrow-row], function: [cdf]}")).isEmpty();
    assertThat(uses("path: udf, axes: {mode: [pickle, arrow], function: [cdf]}"))
        .containsExactly(PythonUse.CDF_OF_ARRAYS);
    assertThat(uses("path: udf, axes: {mode: [arrow], function: [plus-one]}")).isEmpty();
    assertThat(uses("axes: {path: [udf, collect]}")).containsExactly(PythonUse.DRIVER);
    assertThat(uses("path: call, axes: {call: [static]}")).containsExactly(PythonUse.DRIVER);
  }

  private Set<PythonUse> uses(String question) throws IOException, SuiteException {
    String yaml = "suite: s\ntitle: t\nquestions:\n  - {id: q, ask: Which, " + question + "}\n";
    return PythonUses.of(SuiteReader.read(Files.writeString(folder.resolve("s.yaml"), yaml)));
  }
}
