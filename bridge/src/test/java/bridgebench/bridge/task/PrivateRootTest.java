package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateRootTest {

  @TempDir Path root;

  @Test
  void aRootTooLongForAUnixSocketIsReplacedByAShortOne() throws IOException {
    Path deep = Files.createDirectories(root.resolve("d".repeat(120)));
    try (UdfSession session =
        UdfSession.open(
            TestScenarios.udf(), TestScenarios.settings(Duration.ofSeconds(20), deep))) {
      assertThat(session.runTask().batches()).isEqualTo(3);
      assertThat(deep).isEmptyDirectory();
    }
  }

  @Test
  void socketsAndPipesLieInAFolderThatOnlyTheUserCanEnter() throws IOException {
    Scenario named = TestScenarios.udf(Axis.TRANSPORT, "pipe", Axis.PIPE, "named");
    for (Scenario scenario : List.of(TestScenarios.udf(), named)) {
      try (UdfSession session =
          UdfSession.open(scenario, TestScenarios.settings(Duration.ofSeconds(20), root))) {
        try (Stream<Path> folders = Files.list(root)) {
          assertThat(folders)
              .singleElement()
              .satisfies(
                  folder ->
                      assertThat(
                              PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                          .isEqualTo("rwx------"));
        }
        session.runTask();
      }
      assertThat(root).isEmptyDirectory();
    }
  }
}
