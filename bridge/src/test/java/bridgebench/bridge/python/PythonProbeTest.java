package bridgebench.bridge.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.bridge.python.PythonProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonProbeTest {
  private static final String ALL_PACKAGES =
      """
      {"pyarrow": "14.0.1", "pandas": "2.1.0", "numpy": "1.26.0", "cloudpickle": "3.0.0"}""";

  @TempDir Path folder;

  @Test
  void realInterpreterOfTheTestsIsUsableAndReportsItsPackages() {
    PythonReport report = PythonProbe.probe(TestPython.launch().interpreter());

    assertThat(report.problems()).isEmpty();
    assertThat(report.version()).matches("3\\.\\d+\\.\\d+");
    assertThat(report.packages()).containsKeys("pyarrow", "pandas", "numpy", "cloudpickle");
  }

  @Test
  void missingInterpreterIsNamed() {
    PythonReport report = PythonProbe.probe(folder.resolve("no-such-python"));

    assertThat(report.problems()).extracting(PythonProblem::kind).containsExactly(Kind.MISSING);
    assertThatThrownBy(report::requireUsable)
        .isInstanceOf(PythonSetupException.class)
        .hasMessageContaining("no-such-python");
  }

  @Test
  void folderIsNoInterpreter() {
    assertThat(PythonProbe.probe(folder).problems())
        .extracting(PythonProblem::kind)
        .containsExactly(Kind.MISSING);
  }

  @Test
  void fileThatIsNotExecutableIsNoInterpreter() throws IOException {
    Path file = Files.writeString(folder.resolve("python3"), "#!/bin/sh\n");

    assertThat(PythonProbe.probe(file).problems())
        .extracting(PythonProblem::kind)
        .containsExactly(Kind.MISSING);
  }

  @Test
  void programThatIsNotPythonIsToldFromAnOldPython() throws IOException {
    Path fails = FakeInterpreter.script(folder.resolve("fails"), "echo 'no idea' >&2; exit 4\n");
    Path chats = FakeInterpreter.script(folder.resolve("chats"), "echo hello\n");

    assertThat(PythonProbe.probe(fails).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.NOT_PYTHON);
              assertThat(problem.message()).contains("exit status 4").contains("no idea");
            });
    assertThat(PythonProbe.probe(chats).problems())
        .extracting(PythonProblem::kind)
        .containsExactly(Kind.NOT_PYTHON);
  }

  @Test
  void tooOldPythonIsNamedWithWhatIsNeeded() throws IOException {
    Path old = FakeInterpreter.answering(folder, "3.9.18", ALL_PACKAGES);

    assertThat(PythonProbe.probe(old).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.TOO_OLD);
              assertThat(problem.message()).contains("3.9.18").contains("3.10");
            });
  }

  @Test
  void everyMissingPackageComesWithTheCommandThatInstallsIt() throws IOException {
    Path bare = FakeInterpreter.answering(folder, "3.12.1", "{\"numpy\": \"2.0.0\"}");

    assertThat(PythonProbe.probe(bare).problems())
        .extracting(PythonProblem::remedy)
        .containsExactly(
            bare + " -m pip install 'pyarrow>=14.0.1'",
            bare + " -m pip install pandas",
            bare + " -m pip install cloudpickle");
  }

  @Test
  void pyarrowThatExecutesCodeFromDataIsRefused() throws IOException {
    Path unsafe =
        FakeInterpreter.answering(folder, "3.11.7", ALL_PACKAGES.replace("14.0.1", "14.0.0"));

    assertThat(PythonProbe.probe(unsafe).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.PACKAGE_UNSAFE);
              assertThat(problem.message()).contains("CVE-2023-47248");
            });
  }

  @Test
  void whatOnlyTheDriverNeedsIsNamedWithItsPinnedVersion() throws IOException {
    Path python =
        FakeInterpreter.answering(folder, "3.11.7", ALL_PACKAGES.replace("2.1.0", "3.0.1"));

    PythonReport report = PythonProbe.probe(python);

    assertThat(report.usable()).isTrue();
    assertThatThrownBy(() -> report.requireUsableFor(Set.of(PythonUse.DRIVER)))
        .isInstanceOf(PythonSetupException.class)
        .hasMessageContaining("for the driver's paths")
        .hasMessageContaining(python + " -m pip install py4j==0.10.9.9")
        .hasMessageContaining("pandas 3.0.1")
        .hasMessageContaining(python + " -m pip install 'pandas<3'");
  }

  @Test
  void anotherPy4jThanTheJvmsIsRefusedForTheDriver() throws IOException {
    Path other = FakeInterpreter.answering(folder, "3.11.7", withPy4j("0.10.9.7"));

    assertThat(PythonProbe.probe(other).problemsOf(PythonUse.DRIVER))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.PACKAGE_UNFIT);
              assertThat(problem.message()).contains("0.10.9.7").contains("0.10.9.9");
              assertThat(problem.remedy()).endsWith("pip install py4j==0.10.9.9");
            });
  }

  @Test
  void theDriversOwnVersionsAreAccepted() throws IOException {
    Path right = FakeInterpreter.answering(folder, "3.11.7", withPy4j("0.10.9.9"));

    assertThat(PythonProbe.probe(right).problemsOf(PythonUse.DRIVER)).isEmpty();
    PythonProbe.probe(right).requireUsableFor(Set.of(PythonUse.DRIVER));
  }

  @Test
  void scipyIsAskedForWhereCdfNeedsItAndNowhereElse() throws IOException {
    Path without = FakeInterpreter.answering(folder, "3.11.7", ALL_PACKAGES);

    PythonReport report = PythonProbe.probe(without);

    report.requireUsableFor(Set.of());
    assertThatThrownBy(() -> report.requireUsableFor(Set.of(PythonUse.CDF_OF_ARRAYS)))
        .isInstanceOf(PythonSetupException.class)
        .hasMessageContaining("for the function cdf in the modes arrow-pandas and arrow")
        .hasMessageContaining(without + " -m pip install scipy");
  }

  private static String withPy4j(String version) {
    return ALL_PACKAGES.replace("}", ", \"py4j\": \"" + version + "\"}");
  }

  @Test
  void pyarrowOfTheFirstSafeVersionIsAccepted() throws IOException {
    Path safe = FakeInterpreter.answering(folder, "3.10.13", ALL_PACKAGES);

    assertThat(PythonProbe.probe(safe).usable()).isTrue();
  }
}
